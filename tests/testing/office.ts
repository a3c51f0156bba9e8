import { defineOrg } from 'rolegraph'

/** The office that the matchers are asked about: a matrix, a unit, a vacancy, careers and grades. */
export const office = defineOrg({
  roles: {
    cpo: { title: 'Chief Project Officer', grade: 9 },
    director: { title: 'PMO Director', reportsTo: 'cpo', grade: 8, progressesTo: 'cpo' },
    sponsor: { title: 'Sponsor', reportsTo: 'cpo', grade: 8 },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      dottedTo: 'sponsor',
      grade: 6,
      progressesTo: { to: 'director', years: [5] },
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'manager',
      grade: 4,
      progressesTo: [
        { to: 'manager', years: [2, 4] },
        { to: 'planner', kind: 'lateral' },
      ],
    },
    planner: { title: 'Planner', reportsTo: 'manager', vacant: true },
    coordinator: {
      title: 'PMO Coordinator',
      reportsTo: 'manager',
      grade: 3,
      progressesTo: [
        { to: 'analyst', years: [1, 3] },
        { to: 'manager', years: [6, 6] },
      ],
    },
  },
  units: { pmo: { title: 'PMO', head: 'director' }, archive: {} },
})
