import type { HolderSpec, IssueCode, LineSpec, MoveSpec, RoleAttributes, UnitSpec } from '../../internal.js'
import type { Random } from './random.js'

/** The names of the defects that `breakOrg` can add. */
export type Defect =
  | 'cycle'
  | 'self-report'
  | 'unknown-manager'
  | 'duplicate-id'
  | 'duplicate-line'
  | 'duplicate-move'
  | 'self-move'
  | 'unknown-role'
  | 'unknown-unit'
  | 'unit-cycle'
  | 'head-outside-unit'
  | 'isolated-role'
  | 'doubled-line'
  | 'dotted-cycle'
  | 'look-alike-ids'
  | 'repeated-holder'
  | 'over-full-time'
  | 'reports-to-oneself'
  | 'role-without-unit'
  | 'unit-without-head'
  | 'invalid-field'

type Loose<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined }

/** A role as a record, with all its attributes. */
export interface Row extends Loose<RoleAttributes> {
  readonly id: string
  readonly manager?: string | LineSpec | undefined
  readonly dotted?: readonly (string | LineSpec)[] | undefined
  readonly moves?: readonly (string | MoveSpec)[] | undefined
}

/** The roles and units that make a defect. */
interface BrokenRows {
  readonly rows: readonly Row[]
  readonly units?: readonly (readonly [id: string, spec: UnitSpec])[]
  /** The people to add if the org has people. */
  readonly people?: readonly string[]
  /** Whether to add the roles at the end; otherwise anywhere. */
  readonly atEnd?: boolean
}

/** The chart that a defect is added to. */
interface Chart {
  /** Any role of the chart. */
  readonly pick: () => Row
  /** An unused id. */
  readonly fresh: (name: string) => string
  /** An unused id of a person. */
  readonly freshPerson: () => string
  readonly random: Random
}

interface DefectMaker {
  readonly code: IssueCode
  readonly make: (chart: Chart) => BrokenRows
}

/** One report of any role, with one thing wrong. */
function report(wrong: (id: string, chart: Chart, manager: string) => Partial<Row>): DefectMaker['make'] {
  return (chart) => {
    const id = chart.fresh('wrong')
    const manager = chart.pick().id
    return { rows: [{ id, manager, ...wrong(id, chart, manager) }] }
  }
}

/** By name, with the code of the issue that `checkOrg` finds, for some defects only with a policy. */
export const DEFECTS: ReadonlyMap<string, DefectMaker> = /* @__PURE__ */ new Map<Defect, DefectMaker>([
  ['cycle', { code: 'REPORTING_CYCLE', make: cycle }],
  ['self-report', { code: 'SELF_REPORT', make: report((id) => ({ manager: id })) }],
  [
    'unknown-manager',
    { code: 'UNKNOWN_MANAGER', make: report((_, { fresh }) => ({ manager: fresh('nobody') })) },
  ],
  [
    'duplicate-id',
    { code: 'DUPLICATE_ID', make: ({ pick }) => ({ rows: [{ id: pick().id }], atEnd: true }) },
  ],
  ['duplicate-line', { code: 'DUPLICATE_LINE', make: twiceDotted }],
  [
    'duplicate-move',
    { code: 'DUPLICATE_MOVE', make: report((_, __, manager) => ({ moves: [manager, manager] })) },
  ],
  ['self-move', { code: 'SELF_MOVE', make: report((id) => ({ moves: [id] })) }],
  ['unknown-role', { code: 'UNKNOWN_ROLE', make: report((_, { fresh }) => ({ moves: [fresh('nobody')] })) }],
  ['unknown-unit', { code: 'UNKNOWN_UNIT', make: report((_, { fresh }) => ({ unit: fresh('nowhere') })) }],
  ['unit-cycle', { code: 'UNIT_CYCLE', make: unitCycle }],
  ['head-outside-unit', { code: 'HEAD_OUTSIDE_UNIT', make: headOutside }],
  ['isolated-role', { code: 'ISOLATED_ROLE', make: ({ fresh }) => ({ rows: [{ id: fresh('alone') }] }) }],
  ['doubled-line', { code: 'DOUBLED_LINE', make: report((_, __, manager) => ({ dotted: [manager] })) }],
  ['dotted-cycle', { code: 'DOTTED_CYCLE', make: dottedCycle }],
  ['look-alike-ids', { code: 'LOOK_ALIKE_IDS', make: lookAlike }],
  [
    'repeated-holder',
    { code: 'REPEATED_HOLDER', make: heldBy((person) => [[person, { person, kind: 'acting' }]]) },
  ],
  [
    'over-full-time',
    {
      code: 'OVER_FULL_TIME',
      make: heldBy((person) => [[{ person, share: 0.6 }], [{ person, share: 0.6, from: '2026-01-01' }]]),
    },
  ],
  ['reports-to-oneself', { code: 'REPORTS_TO_ONESELF', make: aboveOneself }],
  ['role-without-unit', { code: 'ROLE_WITHOUT_UNIT', make: report(() => ({})) }],
  ['unit-without-head', { code: 'UNIT_WITHOUT_HEAD', make: headless }],
  ['invalid-field', { code: 'INVALID_FIELD', make: report(() => ({ grade: NaN })) }],
])

/** Two to four roles that report to each other. */
function cycle({ fresh, random }: Chart): BrokenRows {
  const ids = ['a', 'b', 'c', 'd'].slice(0, 2 + random.below(3)).map((name) => fresh(`cycle-${name}`))
  return { rows: ids.map((id, index) => ({ id, manager: ids[(index + 1) % ids.length] })) }
}

/** A role with two dotted lines to one manager, who is not its solid manager. */
function twiceDotted({ pick, fresh }: Chart): BrokenRows {
  const manager = pick().id
  const [upper, id] = [fresh('dotted'), fresh('wrong')]
  return {
    rows: [
      { id: upper, manager },
      { id, manager, dotted: [upper, upper] },
    ],
  }
}

/** A role that is a dotted report of its own report. */
function dottedCycle({ pick, fresh }: Chart): BrokenRows {
  const [upper, lower] = [fresh('cycle-a'), fresh('cycle-b')]
  return {
    rows: [
      { id: upper, manager: pick().id, dotted: [lower] },
      { id: lower, manager: upper },
    ],
  }
}

function unitCycle({ fresh }: Chart): BrokenRows {
  const [a, b] = [fresh('unit-a'), fresh('unit-b')]
  return {
    rows: [],
    units: [
      [a, { partOf: b }],
      [b, { partOf: a }],
    ],
  }
}

/** Reports of any role with these holders, one of whom is new. */
function heldBy(holdersOf: (person: string) => readonly (readonly HolderSpec[])[]): DefectMaker['make'] {
  return ({ pick, fresh, freshPerson }) => {
    const person = freshPerson()
    const manager = pick().id
    const id = fresh('wrong')
    const rows = holdersOf(person).map((holders, index) => ({
      id: index === 0 ? id : fresh(`${id}-too`),
      manager,
      holders,
    }))
    return { rows, people: [person] }
  }
}

/** A person who reports to somebody who reports to them. */
function aboveOneself({ pick, fresh, freshPerson }: Chart): BrokenRows {
  const person = freshPerson()
  const [upper, between, lower] = [fresh('upper'), fresh('between'), fresh('lower')]
  return {
    rows: [
      { id: upper, manager: pick().id, holders: [person] },
      { id: between, manager: upper },
      { id: lower, manager: between, holders: [person] },
    ],
    people: [person],
  }
}

function headless({ pick, fresh }: Chart): BrokenRows {
  const [id, unit] = [fresh('wrong'), fresh('unit')]
  return { rows: [{ id, manager: pick().id, unit }], units: [[unit, {}]] }
}

function headOutside({ pick, fresh }: Chart): BrokenRows {
  const [id, inside, outside] = [fresh('head'), fresh('unit-a'), fresh('unit-b')]
  return {
    rows: [{ id, manager: pick().id, unit: inside }],
    units: [
      [inside, {}],
      [outside, { head: id }],
    ],
  }
}

/** Two roles whose ids differ only by a trailing space. */
function lookAlike({ pick, fresh }: Chart): BrokenRows {
  const manager = pick().id
  const id = fresh('look-alike')
  return {
    rows: [
      { id, manager },
      { id: `${id} `, manager },
    ],
  }
}
