import { type Change, describeChange } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('a change in words', () => {
  it.each<[change: Change, words: string]>([
    [
      {
        do: 'add-role',
        role: 'a',
        spec: { title: 'A', holders: ['x', { person: 'ada', share: 0.5, kind: 'acting' }] },
      },
      "add the role 'a' with title 'A' and holders 'x', 'ada' (share 0.5, kind 'acting')",
    ],
    [
      { do: 'add-role', role: 'a', spec: { progressesTo: [{ to: 'b', years: [1, 3] }] } },
      "add the role 'a' with progressesTo 'b' (years (1, 3))",
    ],
    [{ do: 'add-role', role: 'a', spec: { dottedTo: [] } }, "add the role 'a' with dottedTo none"],
    [
      { do: 'update-role', role: 'a', set: { data: { site: 'Leeds', tags: { desk: 7 } } } },
      "'a': set data site 'Leeds', tags (desk 7)",
    ],
    [{ do: 'update-role', role: 'a', set: { data: {} } }, "'a': set data nothing"],
    [
      { do: 'update-role', role: 'a', set: { aliases: [{ name: 'PM', warning: 'means two roles' }] } },
      "'a': set aliases 'PM' (warning 'means two roles')",
    ],
  ])('%j', (change, words) => {
    expect(describeChange(change)).toBe(words)
  })

  it('is short and whole for data of any depth', () => {
    let data: object = {}
    for (let depth = 0; depth < 100_000; depth++) data = { inner: data }
    expect(describeChange({ do: 'update-role', role: 'a', set: { data } }).length).toBeLessThan(100)
  })
})
