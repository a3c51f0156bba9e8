import { defineOrg, type Org, orgFromRecords } from 'rolegraph'

/** A chart with everything that a chart can have. */
export const chart: Org = defineOrg<string, string, unknown>({
  roles: {
    ceo: { title: 'Chief Executive', grade: 10, cost: 250000.5, holders: ['eve'] },
    lead: {
      title: 'Lead',
      aliases: ['Head', { name: 'Boss', warning: 'Say lead' }],
      reportsTo: { to: 'ceo', as: 'operations', sources: ['chart'], hedge: 'typically', note: 'since March' },
      holders: [
        { person: 'ada', share: 0.6, kind: 'acting', from: '2026-01-01', to: '2026-07-01' },
        { person: 'ben', share: 0.4 },
      ],
      unit: 'pmo',
      alsoIn: ['lab', 'board'],
      family: 'management',
      fte: 1.0000000000000002,
      minYears: 5,
      certifications: ['PMP'],
      skills: ['planning', 'budgets'],
      sources: ['chart'],
      hedge: 'may',
      note: 'Two people',
      data: { office: 'B1', tags: ['x', null, { deep: true }], __proto__x: 1 },
    },
    analyst: {
      reportsTo: 'lead',
      dottedTo: ['ceo', { to: 'adviser', as: 'project', note: 'Mondays' }],
      progressesTo: [
        'lead',
        { to: 'planner', kind: 'lateral', years: [1, 3], conditions: ['an opening'], sources: ['guide'] },
        { to: 'adviser', kind: 'transition', years: [4] },
      ],
      vacant: true,
      status: 'planned',
    },
    planner: { reportsTo: 'lead', dottedTo: 'adviser', progressesTo: 'analyst', holders: [], unit: 'lab' },
    adviser: { reportsTo: { to: 'ceo', as: 'adviser' } },
  },
  units: {
    board: {},
    pmo: {
      title: 'Project Office',
      aliases: ['PMO'],
      kind: 'office',
      head: ['lead', 'planner'],
      partOf: 'board',
      note: 'n',
    },
    lab: { head: 'analyst', partOf: 'pmo' },
  },
  people: {
    eve: { name: 'Eve', email: 'eve@example.org' },
    ada: { name: 'Ada Lovelace', aliases: ['Countess'], email: 'ada@example.org', data: { born: 1815 } },
    ben: {},
    nobody: { name: 'Without a role' },
  },
  services: [
    { from: 'pmo', to: 'ceo', name: 'reports', sources: ['guide'] },
    { from: 'lead', to: 'analyst', name: 'training', hedge: 'many' },
  ],
})

/** Charts that must come back as they were. */
export const CHART_WITH_EVERYTHING: Readonly<Record<string, Org>> = {
  everything: chart,
  'no roles': defineOrg({ roles: {} }),
  'people and nobody in them': defineOrg({ roles: { a: {} }, people: {} }),
  'names instead of people': defineOrg({
    roles: {
      a: { holders: ['Ada Lovelace', 'Ben'] },
      b: { reportsTo: 'a', holders: [] },
      c: { reportsTo: 'a' },
    },
  }),
  'cycles of dotted lines and of moves': defineOrg({
    roles: { a: { dottedTo: 'b', progressesTo: 'b' }, b: { dottedTo: 'a', progressesTo: 'a' } },
  }),
  'a chain of 3,000 roles': orgFromRecords(
    Array.from({ length: 3000 }, (_, at) => ({
      id: `r${String(at)}`,
      boss: at === 0 ? null : `r${String(at - 1)}`,
    })),
    { id: 'id', manager: 'boss' },
  ),
}
