import type { CareerPathOptions, MoveKind } from 'rolegraph'

/** A move of a career record. */
export interface MoveRecord {
  readonly to: string
  readonly kind: MoveKind
  readonly years?: readonly [min: number, max?: number]
}

/** A role with its moves, as `orgFromRecords` takes it. */
export interface CareerRecord {
  readonly id: string
  readonly family: string | null
  readonly moves: readonly MoveRecord[]
}

/** A path found by brute force. */
export interface NaivePath {
  readonly roles: readonly string[]
  /** The least years in whole parts of a year, so that sums compare exactly. */
  readonly years: number
  /** For each move, its position among the moves of its role. */
  readonly places: readonly number[]
}

/** A multiple of the denominators of all years in the tests. */
const PARTS = 2_100_000

/**
 * Every simple path of at most a number of moves, in input order, by brute force. It shares no code with the
 * library.
 */
export function naivePaths(
  records: readonly CareerRecord[],
  from: string,
  to: string,
  { avoid = [], families, moves: kinds, maxYears = Infinity }: CareerPathOptions = {},
  maxMoves = Infinity,
): NaivePath[] {
  const recordOf = new Map(records.map((record) => [record.id, record]))
  const found: NaivePath[] = []
  const walk = (path: NaivePath): void => {
    const last = path.roles[path.roles.length - 1]
    if (path.years > Math.floor(maxYears * PARTS + 1e-3)) return
    if (last === to) {
      found.push(path)
      return
    }
    if (path.places.length === maxMoves) return
    for (const [place, move] of (recordOf.get(last)?.moves ?? []).entries()) {
      const family = recordOf.get(move.to)?.family ?? undefined
      const isBetween = move.to !== to
      if (path.roles.includes(move.to) || avoid.includes(move.to)) continue
      if (kinds !== undefined && !kinds.includes(move.kind)) continue
      if (isBetween && families !== undefined && !(family !== undefined && families.includes(family)))
        continue
      walk({
        roles: [...path.roles, move.to],
        years: path.years + Math.round((move.years?.[0] ?? 0) * PARTS),
        places: [...path.places, place],
      })
    }
  }
  if (!avoid.includes(from)) walk({ roles: [from], years: 0, places: [] })
  return found
}

/** The same paths, best first. */
export function bestFirst(paths: readonly NaivePath[], by: 'steps' | 'years'): NaivePath[] {
  return paths.toSorted((a, b) => {
    const years = by === 'years' ? a.years - b.years : 0
    return years || a.places.length - b.places.length || inputOrder(a.places, b.places)
  })
}

function inputOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index])
  return at < 0 ? 0 : a[at] - b[at]
}
