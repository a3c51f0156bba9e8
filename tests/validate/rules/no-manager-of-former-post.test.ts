import { checkOrg, isOrgError, noManagerOfFormerPost, type Org, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { describeRule } from '../harness.js'

interface Post {
  readonly id: string
  readonly manager?: string
  readonly gone?: true
}
type Data = Pick<Post, 'gone'>

const posts = (rows: readonly Post[]): Org<string, string, Data> =>
  orgFromRecords(rows, {
    id: 'id',
    manager: 'manager',
    data: (row): Data => (row.gone ? { gone: true } : {}),
    onIssue: 'collect',
  })
const policy = noManagerOfFormerPost<string, string, Data>({ isFormer: (role) => role.data?.gone === true })

describeRule('noManagerOfFormerPost({ isFormer })', policy, {
  valid: {
    'posts that are there': posts([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'a former post out of the lines': posts([{ id: 'a' }, { id: 'b', gone: true }]),
    'a former post with a line to itself': posts([{ id: 'a', manager: 'a', gone: true }]),
  },
  broken: {
    'above, in between and below': {
      org: posts([
        { id: 'a', gone: true },
        { id: 'b', manager: 'a' },
        { id: 'constructor', manager: 'b', gone: true },
        { id: 'c', manager: 'constructor' },
        { id: 'd', manager: 'constructor', gone: true },
      ]),
      issues: [
        {
          code: 'FORMER_POST_WITH_REPORTS',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a'] },
          witness: ['b'],
          message: "The former post 'a' still has reports: 'b'",
          suggestion: 'Give its reports another manager.',
        },
        {
          code: 'FORMER_POST_WITH_MANAGER',
          severity: 'error',
          roles: ['constructor'],
          units: [],
          place: { path: ['roles', 'constructor', 'reportsTo'] },
          witness: ['b'],
          message: "The former post 'constructor' still reports to 'b'",
          suggestion: 'Remove the post from the chart, or leave its manager out.',
        },
        {
          code: 'FORMER_POST_WITH_REPORTS',
          severity: 'error',
          roles: ['constructor'],
          units: [],
          place: { path: ['roles', 'constructor'] },
          witness: ['c', 'd'],
          message: "The former post 'constructor' still has reports: 'c' and 'd'",
          suggestion: 'Give its reports another manager.',
        },
        {
          code: 'FORMER_POST_WITH_MANAGER',
          severity: 'error',
          roles: ['d'],
          units: [],
          place: { path: ['roles', 'd', 'reportsTo'] },
          witness: ['constructor'],
          message: "The former post 'd' still reports to 'constructor'",
          suggestion: 'Remove the post from the chart, or leave its manager out.',
        },
      ],
    },
  },
})

describe('noManagerOfFormerPost', () => {
  it.each([undefined, {}, { isFormer: 'gone' }])('refuses the options %o', (options) => {
    expect(() => {
      Reflect.apply(noManagerOfFormerPost, undefined, [options])
    }).toThrow(/^The option isFormer is .*; it can be a function of a role that returns true or false\.$/)
  })

  it.each([null, { isformer: () => true }, () => true])(
    'refuses %o, which is not an object of options',
    (options) => {
      let thrown: unknown
      try {
        Reflect.apply(noManagerOfFormerPost, undefined, [options])
      } catch (error) {
        thrown = error
      }
      expect(isOrgError(thrown, 'INVALID_OPTION')).toBe(true)
    },
  )

  it('refuses an answer that is neither true nor false', () => {
    const org = posts([{ id: 'a' }])
    const rule = noManagerOfFormerPost({
      isFormer: Reflect.get.bind(undefined, { former: 'gone' }, 'former'),
    })
    let caught: unknown
    try {
      checkOrg(org, { rules: [rule] })
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'RULE_FAILED') && isOrgError(caught.cause, 'INVALID_OPTION')).toBe(true)
  })

  it('infers the role from the org', () => {
    const org = posts([
      { id: 'a', gone: true },
      { id: 'b', manager: 'a' },
    ])
    const rule = noManagerOfFormerPost({ isFormer: (role) => role.id === 'a' })
    expect(checkOrg(org, { rules: [rule] }).counts).toEqual({ FORMER_POST_WITH_REPORTS: 1 })
  })
})
