import { defineOrg, type Org, orgFromRecords } from 'rolegraph'

/**
 * A small office for tables of expectations. Solid lines:
 *
 *     ceo ─┬─ sponsor
 *          └─ director ─┬─ planner
 *                       └─ manager ─┬─ analyst
 *                                   └─ coordinator
 *     chair ─── auditor
 *     adviser
 *
 * The dotted lines of the analyst are not in the order of the roles, and the planner has both kinds of line to
 * the director.
 */
export const office = defineOrg({
  roles: {
    ceo: { grade: 10 },
    sponsor: { reportsTo: 'ceo', grade: 8 },
    director: { reportsTo: 'ceo', grade: 9 },
    planner: { reportsTo: 'director', dottedTo: 'director', grade: 5 },
    manager: { reportsTo: 'director', dottedTo: 'sponsor', grade: 7 },
    analyst: { reportsTo: 'manager', dottedTo: ['director', 'sponsor'], grade: 5 },
    coordinator: { reportsTo: 'manager' },
    chair: { grade: 9 },
    auditor: { reportsTo: 'chair', dottedTo: 'director' },
    adviser: { dottedTo: 'chair', grade: 3 },
  },
  units: { pmo: { head: 'director' }, lab: { head: 'analyst' }, loose: {} },
})

const tangled = [
  { id: 'a', boss: 'b' },
  { id: 'b', boss: 'c' },
  { id: 'c', boss: 'a' },
  { id: 'd', boss: 'c' },
  { id: 'e', boss: 'd' },
  { id: 'f', boss: 'f' },
  { id: 'g', boss: 'f' },
  { id: 'h', boss: 'b' },
  { id: 'x', boss: 'y' },
  { id: 'y', boss: 'x' },
  { id: 'top', boss: null },
  { id: 't', boss: 'top' },
]

/**
 * A broken chart: `a → b → c → a` with `d` and `e` below `c` and `h` below `b`; `x` and `y` report to each
 * other, `f` to itself with `g` below it. Only `top` and `t` are sound.
 */
export const tangle: Org = orgFromRecords(tangled, { id: 'id', manager: 'boss', onIssue: 'collect' })
