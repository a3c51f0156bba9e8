import { AWKWARD } from './awkward.js'
import { copyOf, type JsonArray, type JsonObject, type JsonTree } from './json-tree.js'
import type { Random } from './random.js'

/** A copy of a tree with a few members changed, so that it is still JSON. */
export function mutatedTree(tree: JsonTree, random: Random): JsonTree {
  const holder: JsonArray = { kind: 'array', items: [copyOf(tree)] }
  do mutate(holder, random)
  while (!random.oneIn(3))
  return holder.items[0] ?? EMPTY
}

const EMPTY: JsonTree = { kind: 'array', items: [] }
const RAW = [
  '1e400',
  '-1e400',
  '9007199254740993',
  '-0',
  '007',
  '1.0',
  '.5',
  'NaN',
  'undefined',
  "'a'",
  '',
  '1 2',
]

function mutate(root: JsonArray, random: Random): void {
  const places = placesIn(root)
  const place = random.pick(places)
  const other = random.pick(places)
  switch (random.below(10)) {
    case 0:
      remove(place)
      break
    case 1:
      insert(place, random.oneIn(2) ? keyOf(place) : keyOf(other), copyOf(valueOf(place)))
      break
    case 2:
    case 3:
      set(place, copyOf(valueOf(other)))
      break
    case 4:
      if (place.holder.kind === 'object') place.holder.members[place.at][0] = keyOf(other)
      break
    case 5:
      if (place.holder.kind === 'object') place.holder.members[place.at][0] = random.pick(AWKWARD)
      break
    case 6:
      set(place, { kind: 'array', items: random.oneIn(3) ? [] : [valueOf(place)] })
      break
    case 7:
      set(place, { kind: 'object', members: random.oneIn(3) ? [] : [[keyOf(other), valueOf(place)]] })
      break
    case 8:
      insert(place, random.pick(AWKWARD), scalar(random))
      break
    default:
      set(place, scalar(random))
  }
}

/** A value of the tree, by its container. */
interface TreePlace {
  readonly holder: JsonObject | JsonArray
  readonly at: number
}

function placesIn(root: JsonArray): TreePlace[] {
  const places: TreePlace[] = []
  const open: (JsonObject | JsonArray)[] = [root]
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    const values = holder.kind === 'array' ? holder.items : holder.members.map(([, value]) => value)
    for (const [at, value] of values.entries()) {
      places.push({ holder, at })
      if (value.kind !== 'scalar') open.push(value)
    }
  }
  return places.length > 0 ? places : [{ holder: root, at: root.items.push(EMPTY) - 1 }]
}

function keyOf({ holder, at }: TreePlace): string {
  return holder.kind === 'object' ? holder.members[at][0] : String(at)
}

function valueOf({ holder, at }: TreePlace): JsonTree {
  return holder.kind === 'object' ? holder.members[at][1] : holder.items[at]
}

function set({ holder, at }: TreePlace, value: JsonTree): void {
  if (holder.kind === 'object') holder.members[at][1] = value
  else holder.items[at] = value
}

function remove({ holder, at }: TreePlace): void {
  if (holder.kind === 'object') holder.members.splice(at, 1)
  else holder.items.splice(at, 1)
}

function insert({ holder, at }: TreePlace, key: string, value: JsonTree): void {
  if (holder.kind === 'object') holder.members.splice(at, 0, [key, value])
  else holder.items.splice(at, 0, value)
}

function scalar(random: Random): JsonTree {
  if (random.oneIn(4)) return { kind: 'scalar', text: random.pick(RAW) }
  if (random.oneIn(3))
    return { kind: 'scalar', text: random.pick(['null', 'true', 'false', '0', '-1', '1.5', '[]', '{}']) }
  // Awkward texts have lone surrogates in them: half of the time as they are, else as an escape.
  const text = random.pick(AWKWARD)
  return { kind: 'scalar', text: random.oneIn(2) ? JSON.stringify(text) : `"${text}"` }
}
