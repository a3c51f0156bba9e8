/**
 * What the library is to reach at 100,000 roles. A goal reads the figures of the tables: `of(work, contender)` is the
 * median of a work, and `bytes` the memory of a built org at 1,000,000 roles, in bytes a role.
 */
export const GOALS = [
  {
    goal: 'build: at most 1.5 × Map by id',
    ratio: ({ of }) => 1 / slower(of, 'build', 'Map by id'),
    most: 1.5,
  },
  {
    goal: 'isAbove: 3 × faster than Map by id',
    ratio: ({ of }) => slower(of, 'isAbove', 'Map by id'),
    least: 3,
  },
  {
    goal: 'isAbove: 25 × faster than graphology',
    ratio: ({ of }) => slower(of, 'isAbove', 'graphology'),
    least: 25,
  },
  {
    goal: 'managementChainOf: 2.5 × faster than Map by id',
    ratio: ({ of }) => slower(of, 'managementChainOf', 'Map by id'),
    least: 2.5,
  },
  {
    goal: 'transitiveReportsOf: 50 × faster than Map by id',
    ratio: ({ of }) => slower(of, 'transitiveReportsOf', 'Map by id'),
    least: 50,
  },
  {
    goal: 'rollUp: 50 × faster than Map by id',
    ratio: ({ of }) => slower(of, 'rollUp', 'Map by id'),
    least: 50,
  },
  { goal: 'memory: at most 200 bytes a role', ratio: ({ bytes }) => bytes, most: 200 },
]

function slower(of, work, contender) {
  return of(work, contender) / of(work, 'rolegraph')
}
