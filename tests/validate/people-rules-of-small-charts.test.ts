import { checkOrg, type HolderSpec, type IssueCode, noReportingToOneself, structureRules } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { heldCharts, type HeldRow } from '../support/held-charts.js'
import { chart } from './harness.js'

// Every chart is compared with what holds on each single day; between two days nothing changes.
const DAYS = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03']

const x = (terms: Omit<Exclude<HolderSpec, string>, 'person'>): HolderSpec => ({ person: 'x', ...terms })
const HOLDINGS: readonly (readonly HolderSpec[])[] = [
  [],
  ['x'],
  ['y', x({ share: 0.7, from: '2026-01-02' })],
  [x({ share: 0.4, to: '2026-01-02' }), x({ share: 0.4, from: '2026-01-01', to: '2026-01-03' })],
  [x({ share: 0.4, to: '2026-01-01' }), 'z', x({ share: 1.1, from: '2026-01-02', to: '2026-01-03' })],
]

type Rows = readonly HeldRow<readonly HolderSpec[]>[]

const isOn = (holder: HolderSpec, day: string): boolean =>
  typeof holder === 'string' || ((holder.from ?? '') <= day && (holder.to ?? '9') > day)
const nameOf = (holder: HolderSpec): string => (typeof holder === 'string' ? holder : holder.person)

/** The holders of a row on a day who are this person. */
const heldOn = ({ holders }: Rows[number], person: string, day: string): readonly HolderSpec[] =>
  holders.filter((holder) => nameOf(holder) === person && isOn(holder, day))

/** The ids above a row, nearest first; `undefined` in and below a cycle. */
function chainOf(rows: Rows, row: Rows[number]): readonly string[] | undefined {
  const chain: string[] = []
  for (let next = row.manager; next !== undefined; next = rows.find(({ id }) => id === next)?.manager) {
    if (next === row.id || chain.includes(next)) return undefined
    chain.push(next)
  }
  return chain
}

function compare(rows: Rows): void {
  const people = [...new Set(rows.flatMap(({ holders }) => holders.map(nameOf)))]
  const repeated: string[] = []
  const over: string[] = []
  const oneself: string[] = []
  for (const person of people) {
    const onSomeDay = (holds: (day: string) => boolean): boolean => DAYS.some(holds)
    for (const row of rows) {
      if (onSomeDay((day) => heldOn(row, person, day).length > 1)) repeated.push(`${row.id} ${person}`)
      const above = chainOf(rows, row)?.find((upper) =>
        onSomeDay((day) => {
          const other = rows.find(({ id }) => id === upper)
          return (
            other !== undefined &&
            heldOn(row, person, day).length > 0 &&
            heldOn(other, person, day).length > 0
          )
        }),
      )
      if (above !== undefined) oneself.push(`${row.id} ${above} ${person}`)
    }
    const sums = DAYS.map((day) =>
      rows
        .flatMap((row) => heldOn(row, person, day))
        .reduce((sum, holder) => sum + (typeof holder === 'string' ? 0 : (holder.share ?? 0)), 0),
    )
    if (Math.max(...sums) > 1 + 1e-9) over.push(`${person} ${Math.max(...sums).toFixed(1)}`)
  }
  const { issues } = checkOrg(chart(rows), { rules: [...structureRules, noReportingToOneself()] })
  const found = (
    code: IssueCode,
    partsOf: (issue: (typeof issues)[number]) => readonly (string | undefined)[],
  ) =>
    issues
      .filter((issue) => issue.code === code)
      .map((issue) => partsOf(issue).join(' '))
      .sort()
  const shown = JSON.stringify(rows)
  const holder = (message: string): string | undefined => /'([xyz])'/.exec(message)?.[1]
  expect(
    found('REPEATED_HOLDER', ({ roles, message }) => [roles[0], holder(message)]),
    shown,
  ).toEqual(repeated.sort())
  expect(
    found('OVER_FULL_TIME', ({ message }) => [
      holder(message),
      Number(/up to ([\d.]+)/.exec(message)?.[1]).toFixed(1),
    ]),
    shown,
  ).toEqual(over.sort())
  expect(
    found('REPORTS_TO_ONESELF', ({ roles, message }) => [...roles, holder(message)]),
    shown,
  ).toEqual(oneself.sort())
}

describe('the rules about people', () => {
  it.each([1, 2])('agree with each single day on every chart of %i roles', (count) => {
    for (const rows of heldCharts<readonly HolderSpec[]>(count, HOLDINGS)) compare(rows)
  })

  it('agree with each single day on every chart of 3 roles with three holdings', () => {
    for (const rows of heldCharts<readonly HolderSpec[]>(3, [HOLDINGS[1], HOLDINGS[2], HOLDINGS[3]]))
      compare(rows)
  })

  it('agree with each single day on every chart of 4 roles that one person holds for a time or not', () => {
    for (const rows of heldCharts<readonly HolderSpec[]>(4, [
      [x({ from: '2026-01-02' })],
      [x({ to: '2026-01-02' })],
    ]))
      compare(rows)
  })
})
