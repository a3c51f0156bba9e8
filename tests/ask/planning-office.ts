import { defineOrg } from 'rolegraph'

/**
 * The office that questions in words are asked about. Solid lines:
 *
 *     cpo (Eve) ─┬─ sponsor (Sam) ── pm (Gus)
 *                └─ director (Ada) ─┬─ manager (Ben, acting) ─┬─ analyst (Cat, Dan)
 *                                   │                         └─ coordinator (vacant)
 *                                   └─ planner (Fay)
 */
export const planningOffice = defineOrg({
  roles: {
    cpo: {
      title: 'Chief Project Officer',
      aliases: ['CPO'],
      grade: 9,
      family: 'pmo',
      holders: ['eve'],
      cost: 150,
      fte: 1,
    },
    sponsor: { title: 'Sponsor', reportsTo: 'cpo', grade: 8, holders: ['sam'], cost: 100, fte: 1 },
    director: {
      title: 'PMO Director',
      reportsTo: 'cpo',
      grade: 8,
      family: 'pmo',
      unit: 'pmo',
      holders: ['ada'],
      progressesTo: [{ to: 'cpo', years: [5, 8] }],
      cost: 120,
      fte: 1,
    },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      grade: 7,
      family: 'pmo',
      unit: 'pmo',
      holders: [{ person: 'ben', kind: 'acting' }],
      progressesTo: [{ to: 'director', years: [3, 5] }],
      cost: 90,
      fte: 1,
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'manager',
      dottedTo: { to: 'sponsor', as: 'project' },
      grade: 5,
      family: 'pmo',
      unit: 'pmo',
      holders: ['cat', 'dan'],
      progressesTo: [{ to: 'manager', years: [2, 4], conditions: ['led office services'] }],
      cost: 60,
      fte: 2,
      skills: ['risk', 'planning'],
    },
    coordinator: {
      title: 'PMO Coordinator',
      reportsTo: 'manager',
      grade: 4,
      family: 'pmo',
      unit: 'pmo',
      holders: [],
      progressesTo: [
        { to: 'analyst', years: [1, 3] },
        { to: 'manager', years: [4, 6] },
      ],
      cost: 50,
      fte: 1,
    },
    planner: {
      title: 'Planner',
      reportsTo: 'director',
      grade: 5,
      unit: 'planning',
      holders: ['fay'],
      cost: 55,
      fte: 0.5,
    },
    pm: { title: 'Project Manager', reportsTo: 'sponsor', grade: 6, holders: ['gus'], cost: 70, fte: 1 },
  },
  units: {
    pmo: { title: 'Project Management Office', aliases: ['PMO'], head: 'director' },
    planning: { title: 'Planning Cell', head: 'planner', partOf: 'pmo' },
  },
  people: {
    eve: { name: 'Eve Moss' },
    sam: { name: 'Sam Ward' },
    ada: { name: 'Ada Lovelace' },
    ben: { name: 'Ben King' },
    cat: { name: 'Cat Hale' },
    dan: { name: 'Dan Hale' },
    fay: { name: 'Fay Orr' },
    gus: { name: 'Gus Lane' },
  },
  services: [
    { from: 'pmo', to: 'pm', name: 'templates' },
    { from: 'pmo', to: 'pm', name: 'training' },
  ],
})
