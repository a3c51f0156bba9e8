import { type Change, type Org, orgFromDocument } from 'rolegraph'

/** Whole numbers from 0 to before `below`, from a seed. */
export type Random = (below: number) => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const IDS: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', '7', '__proto__']
const UNITS: readonly string[] = ['u', 'v', 'w', 'a']
const PEOPLE: readonly string[] = ['ada', 'bob', 'cem', 'a']

function pick<Item>(random: Random, list: readonly Item[]): Item {
  return list[random(list.length)]
}

/** Some items of a list, shuffled, none twice. */
function some<Item>(random: Random, list: readonly Item[], most: number): Item[] {
  const rest = [...list]
  return Array.from(
    { length: random(Math.min(most, list.length) + 1) },
    () => rest.splice(random(rest.length), 1)[0],
  )
}

type Entry = Record<string, unknown>

function maybe(random: Random, of: number, entry: () => Entry): Entry {
  return random(of) === 0 ? entry() : {}
}

function evidence(random: Random): Entry {
  return {
    ...maybe(random, 6, () => ({ sources: ['s'] })),
    ...maybe(random, 9, () => ({ note: pick(random, ['n', 'm']) })),
  }
}

/** The name of a line. */
function name(random: Random): Entry {
  return maybe(random, 2, () => ({ as: pick(random, ['project', 'assistant']) }))
}

function roleEntry(
  random: Random,
  ids: readonly string[],
  units: readonly string[],
  people: readonly string[],
): Entry {
  const line = (): unknown =>
    random(3) > 0 ? pick(random, ids) : { to: pick(random, ids), ...name(random), ...evidence(random) }
  return {
    ...maybe(random, 3, () => ({ title: pick(random, ['T', 'U', 'a']) })),
    ...maybe(random, 4, () => ({ grade: random(3) })),
    ...maybe(random, 3, () => ({ unit: pick(random, units) })),
    ...maybe(random, 4, () => ({ alsoIn: random(2) === 0 ? pick(random, units) : some(random, units, 3) })),
    ...maybe(random, 5, () => ({ status: pick(random, ['planned', 'active']) })),
    ...maybe(random, 6, () => ({ aliases: pick(random, [[], ['x'], [{ name: 'x', warning: 'w' }]]) })),
    ...pick(random, [{}, {}, { vacant: true }, { vacant: false }, { holders: [] }]),
    ...maybe(random, 3, () => ({
      holders: some(random, people, 2).map((person) => (random(3) > 0 ? person : { person, share: 0.5 })),
      vacant: undefined,
    })),
    ...maybe(random, 6, () => ({ fte: random(3) / 2 })),
    ...maybe(random, 8, () => ({ skills: some(random, ['x', 'y'], 2) })),
    ...maybe(random, 8, () => ({ data: { k: random(2), l: [random(2)] } })),
    ...(random(4) > 0 && { reportsTo: line() }),
    ...maybe(random, 2, () => ({ dottedTo: Array.from({ length: random(3) }, line) })),
    ...maybe(random, 2, () => ({
      progressesTo: Array.from({ length: random(3) }, () => ({
        to: pick(random, ids),
        ...maybe(random, 2, () => ({ kind: pick(random, ['lateral', 'transition', 'advancement']) })),
        ...maybe(random, 2, () => ({ years: pick(random, [[1], [1, 2]]) })),
        ...evidence(random),
      })),
    })),
    ...evidence(random),
  }
}

/** A chart with anything in it. It may be broken. */
export function randomOrg(random: Random): Org {
  const ids = some(random, IDS, 6)
  const units = some(random, UNITS.slice(0, 3), 3)
  const people = random(2) === 0 ? undefined : some(random, PEOPLE, 4)
  if (ids.length > 0 && random(6) === 0 && !ids.includes('u')) units.push('d')
  const named = units.filter((unit) => !ids.includes(unit))
  const spec = {
    rolegraph: 2,
    roles: ids.map((id) => ({
      id,
      ...roleEntry(
        random,
        ids.length > 1 && random(8) > 0 ? ids : [...ids, 'ghost'],
        named.length > 0 ? named : ['nowhere'],
        people?.length === 0 ? ['x'] : (people ?? PEOPLE),
      ),
    })),
    units: named.map((id) => ({
      id,
      ...maybe(random, 3, () => ({ title: 'T' })),
      ...maybe(random, 2, () => ({
        head: random(2) === 0 ? pick(random, [...ids, 'ghost']) : some(random, [...ids, 'ghost'], 3),
      })),
      ...maybe(random, 2, () => ({ partOf: pick(random, named) })),
      ...evidence(random),
    })),
    ...(people !== undefined && {
      people: people.map((id) => ({ id, ...maybe(random, 2, () => ({ name: pick(random, ['N', 'M']) })) })),
    }),
    services: Array.from({ length: random(3) }, () => ({
      from: pick(random, [...ids, ...named, 'ghost']),
      to: pick(random, [...ids, 'ghost']),
      name: pick(random, ['s', 't']),
    })),
  }
  const document: unknown = spec
  return orgFromDocument(document as Parameters<typeof orgFromDocument>[0], { onIssue: 'collect' })
}

/** A change of any kind, which may have problems. */
export function randomChange(random: Random): Change {
  const id = (): string => pick(random, IDS)
  const unit = (): string => pick(random, UNITS)
  const person = (): string => pick(random, PEOPLE)
  const before = random(3) === 0 ? { before: random(4) === 0 ? null : id() } : {}
  const rule = (of: () => string): Entry => {
    const value = pick(random, [undefined, 'refuse', 'lift', 'lift', 'remove', 'remove', { to: of() }])
    return value === undefined ? {} : { references: value }
  }
  const line = (): unknown => (random(3) > 0 ? id() : { to: id(), ...evidence(random) })
  const attributes = (): Entry => {
    const { reportsTo: _r, dottedTo: _d, progressesTo: _p, ...rest } = roleEntry(random, IDS, UNITS, PEOPLE)
    return {
      ...rest,
      ...maybe(random, 3, () => ({ [pick(random, ['title', 'unit', 'holders', 'vacant', 'data'])]: null })),
    }
  }
  const change: unknown = pick<() => Entry>(random, [
    () => ({ do: 'add-role', role: id(), spec: roleEntry(random, IDS, UNITS, PEOPLE), ...before }),
    () => ({ do: 'add-role', role: id(), ...(random(2) === 0 && { spec: { reportsTo: id() } }) }),
    () => ({ do: 'update-role', role: id(), set: attributes() }),
    () => ({
      do: 'remove-role',
      role: id(),
      ...rule(id),
      reports: pick(random, ['refuse', 'lift', 'remove', { to: id() }]),
    }),
    () => ({ do: 'rename-role', role: id(), to: id() }),
    () => ({
      do: 'set-manager',
      role: id(),
      manager: random(5) === 0 ? null : random(3) > 0 ? line() : { to: id(), ...name(random) },
      ...before,
    }),
    () => ({ do: 'set-manager', role: id(), manager: id() }),
    () => ({
      do: 'add-dotted-line',
      role: id(),
      manager: random(3) > 0 ? line() : { to: id(), ...name(random) },
      ...before,
    }),
    () => ({ do: 'remove-dotted-line', role: id(), manager: id() }),
    () => ({ do: 'add-move', role: id(), move: line(), ...before }),
    () => ({
      do: 'update-move',
      role: id(),
      to: id(),
      set: { ...evidence(random), years: pick(random, [null, [2, 3]]) },
    }),
    () => ({ do: 'remove-move', role: id(), to: id() }),
    () => ({
      do: 'add-unit',
      unit: unit(),
      spec: { ...evidence(random), ...maybe(random, 2, () => ({ partOf: unit() })) },
    }),
    () => ({
      do: 'update-unit',
      unit: unit(),
      set: {
        head: random(3) === 0 ? null : random(2) === 0 ? id() : some(random, IDS, 2),
        ...maybe(random, 3, () => ({ partOf: unit() })),
      },
    }),
    () => ({ do: 'remove-unit', unit: unit(), ...rule(unit) }),
    () => ({ do: 'add-person', person: person(), spec: maybe(random, 2, () => ({ name: 'N' })) }),
    () => ({ do: 'update-person', person: person(), set: { name: pick(random, [null, 'M']) } }),
    () => ({
      do: 'remove-person',
      person: person(),
      references: pick(random, ['refuse', 'remove', { to: person() }]),
    }),
    () => ({ do: 'list-people' }),
    () => ({ do: 'unlist-people' }),
    () => ({
      do: 'assign',
      role: id(),
      holder: random(2) === 0 ? person() : { person: person(), share: 0.5 },
    }),
    () => ({ do: 'unassign', role: id(), person: person() }),
    () => ({
      do: 'add-service',
      service: { from: random(2) === 0 ? id() : unit(), to: id(), name: 's' },
      ...maybe(random, 2, () => ({ at: 0 })),
    }),
    () => ({ do: 'remove-service', service: { from: random(2) === 0 ? id() : unit(), to: id(), name: 's' } }),
    () => ({ do: 'reorder', role: id(), before: random(3) === 0 ? null : id() }),
    () => ({ do: 'reorder', unit: unit(), before: random(3) === 0 ? null : unit() }),
    () => ({ do: 'reorder', person: person(), before: random(3) === 0 ? null : person() }),
  ])()
  return change as Change
}
