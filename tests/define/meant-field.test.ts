import { defineOrg, issuesOf, type OrgSpec, roleOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

/** The only issue of a spec that does not compile. */
function issueOf(spec: object): { code: string; message: string; suggestion: string } {
  const [issue, ...others] = issuesOf(defineOrg(spec as OrgSpec, { onIssue: 'collect' }))
  expect(others).toEqual([])
  return issue
}

describe('an unknown field', () => {
  it.each<[spec: object, message: string]>([
    [
      { roles: { a: { holders: [{ person: 'ada', acting: true }] } } },
      "There is no field 'acting'; did you mean kind: 'acting'? (at roles.a.holders.0.acting)",
    ],
    [
      { roles: { a: { holders: [{ person: 'ada', shar: 0.5 }] } } },
      "There is no field 'shar'; did you mean 'share'? (at roles.a.holders.0.shar)",
    ],
    [
      { roles: { a: { holders: ['ada', { name: 'Joe' }] } } },
      "There is no field 'name'; did you mean 'person'? (at roles.a.holders.1.name)",
    ],
    [
      { roles: { a: { holders: [{ person: 'ada', since: '2026-01-01' }] } } },
      "There is no field 'since'; did you mean 'from'? (at roles.a.holders.0.since)",
    ],
    [
      { roles: { a: { holders: [{ person: 'ada', percent: 50 }] } } },
      "There is no field 'percent'; did you mean 'share'? (at roles.a.holders.0.percent)",
    ],
    [
      { roles: { a: { holders: [{ person: 'ada', colour: 'red' }] } } },
      "There is no field 'colour' (at roles.a.holders.0.colour)",
    ],
    [
      { roles: { a: {}, b: { progressesTo: { to: 'a', lateral: true } } } },
      "There is no field 'lateral'; did you mean kind: 'lateral'? (at roles.b.progressesTo.lateral)",
    ],
    [
      { roles: { a: {}, b: { dottedTo: [{ role: 'a', to: 'a' }] } } },
      "There is no field 'role'; did you mean 'to'? (at roles.b.dottedTo.0.role)",
    ],
    [
      { roles: { a: { aliases: [{ name: 'x', warning: 'y', note: 'z' }] } } },
      "There is no field 'note' (at roles.a.aliases.0.note)",
    ],
    [
      { roles: { a: { aliases: [{ name: 'x', warnig: 'y' }] } } },
      "There is no field 'warnig'; did you mean 'warning'? (at roles.a.aliases.0.warnig)",
    ],
    [
      { roles: { a: {}, b: { manager: 'a' } } },
      "There is no field 'manager'; did you mean 'reportsTo'? (at roles.b.manager)",
    ],
    [
      { roles: { a: {}, b: { boss: 'a' } } },
      "There is no field 'boss'; did you mean 'reportsTo'? (at roles.b.boss)",
    ],
    [
      { roles: { a: {}, b: { reports_to: 'a' } } },
      "There is no field 'reports_to'; did you mean 'reportsTo'? (at roles.b.reports_to)",
    ],
    [{ roles: { a: { name: 'A' } } }, "There is no field 'name'; did you mean 'title'? (at roles.a.name)"],
    [
      { roles: { a: { person: 'Ada' } } },
      "There is no field 'person'; did you mean 'holders'? (at roles.a.person)",
    ],
    [
      { roles: { a: {} }, units: { u: { lead: 'a' } } },
      "There is no field 'lead'; did you mean 'head'? (at units.u.lead)",
    ],
    [
      { roles: { a: {} }, units: { u: { parent: 'v' }, v: {} } },
      "There is no field 'parent'; did you mean 'partOf'? (at units.u.parent)",
    ],
    [
      { roles: { a: {} }, people: { ada: { title: 'Ada' } } },
      "There is no field 'title'; did you mean 'name'? (at people.ada.title)",
    ],
  ])('is named: %j', (spec, message) => {
    expect(issueOf(spec)).toMatchObject({ code: 'UNKNOWN_FIELD', message })
  })

  it('lists the kinds that are meant', () => {
    expect(issueOf({ roles: { a: { holders: [{ person: 'ada', acting: true }] } } }).suggestion).toBe(
      "The known fields are person, share, kind, from, to; the kinds are 'permanent', 'acting' and 'interim'.",
    )
  })
})

describe('one holder', () => {
  it('can be written without a list', () => {
    const org = defineOrg({ roles: { a: { holders: 'Ada' }, b: { holders: 'ada lane', vacant: false } } })
    expect(roleOf(org, 'a').holders).toEqual(['Ada'])
    expect(roleOf(org, 'b').holders).toEqual(['ada lane'])
    expect(defineOrg({ roles: { a: { holders: 'ada' } }, people: { ada: {} } })).toEqual(
      defineOrg({ roles: { a: { holders: ['ada'] } }, people: { ada: {} } }),
    )
  })

  it('must be one of the people, if the org has them', () => {
    const spec = { roles: { a: { holders: 'adda' } }, people: { ada: {} } } as object
    expect(issueOf(spec).message).toBe(
      "The role 'a' is held by 'adda', who is not among the people of this org; did you mean 'ada'? (at roles.a.holders)",
    )
  })
})

it('years that are one number say what to write', () => {
  const spec = { roles: { a: {}, b: { progressesTo: { to: 'a', years: 5 } } } } as object
  expect(thrownBy(() => defineOrg(spec as OrgSpec)).message).toContain(
    'Expected years as [min] or [min, max] with 0 ≤ min ≤ max: [5, 5] for exactly 5, [5] for 5 or more, received 5',
  )
})
