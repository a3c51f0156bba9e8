import type { HolderSpec, PersonSpec, UnitSpec } from '../../internal.js'
import type { Random } from './random.js'

/** The parts of a made role that its staff and unit depend on. */
export interface Post {
  readonly id: string
  readonly family: string
  readonly manager: string | undefined
  readonly vacant: true | undefined
}

/** Shares of roles or units, from 0 to 1. */
export interface StaffingShares {
  readonly jobShares: number
  readonly acting: number
}

const FIRST_NAMES = [
  'Ada',
  'Grace',
  'Alan',
  'Edsger',
  'Barbara',
  'Donald',
  'Frances',
  'Tony',
  'Radia',
  'Niklaus',
]
const LAST_NAMES = ['Ash', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Maple', 'Oak', 'Pine', 'Rowan', 'Willow', 'Yew']

/** The holders of each role that is not vacant, and the people by id. */
export function staffed(
  posts: readonly Post[],
  { jobShares, acting }: StaffingShares,
  random: Random,
): {
  readonly holders: readonly (readonly HolderSpec[] | undefined)[]
  readonly people: [string, PersonSpec][]
} {
  const people: [string, PersonSpec][] = []
  const newPerson = (): string => {
    const number = people.length
    const first = FIRST_NAMES[number % FIRST_NAMES.length]
    const last = LAST_NAMES[Math.floor(number / FIRST_NAMES.length) % LAST_NAMES.length]
    const id = `person-${String(number + 1)}`
    people.push([id, { name: `${first} ${last}` }])
    return id
  }
  const holders = posts.map(({ vacant }): readonly HolderSpec[] | undefined => {
    const [isActing, isShared] = [random.next() < acting, random.next() < jobShares]
    if (vacant === true) return undefined
    // The acting holder also has another role.
    if (isActing && people.length > 0) {
      return [{ person: people[random.below(people.length)][0], kind: 'acting' }]
    }
    if (!isShared) return [newPerson()]
    return [
      { person: newPerson(), share: 0.5 },
      { person: newPerson(), share: 0.5 },
    ]
  })
  return { holders, people }
}

/** The units of an org: one for each direct report of the top, who leads it, with everybody below as members. */
export interface MadeUnits {
  readonly units: readonly (readonly [id: string, spec: UnitSpec])[]
  /** The unit of each role; none for the top. */
  readonly unitOf: readonly (string | undefined)[]
  readonly alsoIn: readonly (string | undefined)[]
}

/** Groups posts into units. Managers must come before their reports. */
export function grouped(
  posts: readonly Post[],
  { coHeads, alsoIn }: { readonly coHeads: number; readonly alsoIn: number },
  random: Random,
): MadeUnits {
  const units: { id: string; title: string; members: string[] }[] = []
  const byRole = new Map<string, (typeof units)[number]>()
  for (const { id, family, manager } of posts) {
    if (manager === undefined) continue
    let unit = byRole.get(manager)
    if (unit === undefined) {
      unit = { id: `unit-${String(units.length + 1)}`, title: family, members: [] }
      units.push(unit)
    }
    unit.members.push(id)
    byRole.set(id, unit)
  }
  return {
    units: units.map(({ id, title, members }) => {
      const second = random.next() < coHeads ? members.at(1) : undefined
      return [id, { title, head: second === undefined ? members[0] : [members[0], second] }]
    }),
    unitOf: posts.map(({ id }) => byRole.get(id)?.id),
    alsoIn: posts.map(({ id }) => {
      const isIn = random.next() < alsoIn
      const own = byRole.get(id)
      if (!isIn || own === undefined || units.length < 2) return undefined
      const other = units[random.below(units.length)]
      return other === own ? undefined : other.id
    }),
  }
}
