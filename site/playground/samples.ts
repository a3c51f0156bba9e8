interface Sample {
  readonly document: object
  readonly questions: readonly [string, ...string[]]
}

/** What the playground offers to start from, by its name. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'A project management office': {
    document: {
      rolegraph: 1,
      roles: {
        cpo: { title: 'Chief Project Officer', aliases: ['CPO'], grade: 9, holders: ['Ada'] },
        director: {
          title: 'PMO Director',
          reportsTo: 'cpo',
          grade: 8,
          unit: 'pmo',
          holders: ['Ben'],
          progressesTo: 'cpo',
        },
        manager: {
          title: 'PMO Manager',
          reportsTo: 'director',
          grade: 6,
          unit: 'pmo',
          vacant: true,
          progressesTo: 'director',
        },
        analyst: {
          title: 'PMO Analyst',
          reportsTo: 'manager',
          grade: 4,
          unit: 'pmo',
          holders: ['Cleo', 'Dan'],
          progressesTo: { to: 'manager', years: [2, 4] },
        },
        coordinator: {
          title: 'PMO Coordinator',
          reportsTo: 'manager',
          grade: 3,
          unit: 'pmo',
          holders: ['Eve'],
          progressesTo: { to: 'analyst', years: [1, 3] },
        },
        pm: { title: 'Project Manager', reportsTo: 'director', dottedTo: 'cpo', grade: 5, holders: ['Finn'] },
      },
      units: { pmo: { title: 'PMO', head: 'director' } },
    },
    questions: [
      'Who does the PMO Analyst report to?',
      'path from Coordinator to CPO',
      'Which roles are vacant?',
      'Who is above the coordinator?',
      'Who reports to Ben?',
    ],
  },
  'A chart with mistakes': {
    document: {
      rolegraph: 1,
      roles: {
        ceo: { title: 'Chief Executive' },
        cto: { title: 'Chief Technology Officer', reportsTo: 'ceo' },
        lead: { title: 'Team Lead', reportsTo: 'senior' },
        senior: { title: 'Senior Engineer', reportsTo: 'engineer' },
        engineer: { title: 'Engineer', reportsTo: 'lead' },
        tester: { title: 'Tester', reportsTo: 'ctoo' },
      },
    },
    questions: ['Who does the CTO report to?', 'Who does the engineer report to?'],
  },
}
