import type { LineKinds } from 'rolegraph'
import type { ChartRecord } from './chart-record.js'

type Path = readonly string[]
interface NaiveLine {
  readonly from: string
  readonly to: string
  readonly kind: 'solid' | 'dotted'
}
type NaiveReason =
  | { kind: 'line'; line: NaiveLine }
  | { kind: 'grade'; role: string; grade: number }
  | { kind: 'layer'; role: string; layer: number; top: string }

/**
 * The oracle: every reporting query by its definition, on lists of lines. It lists all simple paths up and down and
 * picks from them. It has no walk, no index and no code of the library. For charts of a handful of roles only: the
 * number of paths explodes.
 */
export class NaiveOrg {
  readonly roles: readonly string[]
  readonly #records: readonly ChartRecord[]
  /** The lines that count; if two roles have both kinds of line, the solid one. */
  readonly #lines: readonly NaiveLine[]
  readonly #up = new Map<string, readonly Path[]>()
  readonly #down = new Map<string, readonly Path[]>()
  readonly #above = new Map<string, ReadonlySet<string>>()

  constructor(records: readonly ChartRecord[], lines: LineKinds) {
    this.#records = records
    this.roles = records.map((record) => record.id)
    const written = records.flatMap(({ id, manager, dotted }): NaiveLine[] => [
      ...(manager === null ? [] : [{ from: id, to: manager, kind: 'solid' } as const]),
      ...dotted.map((to) => ({ from: id, to, kind: 'dotted' }) as const),
    ])
    const counted = written.filter((line) => lines === 'all' || line.kind === lines)
    this.#lines = counted.filter(({ from, to }, index) => {
      return (
        from !== to && counted.findIndex((earlier) => earlier.from === from && earlier.to === to) === index
      )
    })
    for (const role of this.roles) {
      this.#up.set(
        role,
        extended(role, (upper) => this.managersOf(upper)),
      )
      this.#down.set(
        role,
        extended(role, (lower) => this.directReportsOf(lower)),
      )
      this.#above.set(role, new Set(this.managementChainOf(role)))
    }
  }

  managersOf(role: string): string[] {
    return this.#lines.filter((line) => line.from === role).map((line) => line.to)
  }

  directReportsOf(role: string): string[] {
    return this.#lines.filter((line) => line.to === role).map((line) => line.from)
  }

  skipLevelManagerOf(role: string): string | undefined {
    const second = this.managersOf(role).flatMap((manager) => this.managersOf(manager))
    return second.find((upper) => upper !== role)
  }

  managementChainOf(role: string): string[] {
    return unique(this.pathsUp(role).slice(1).map(end))
  }

  transitiveReportsOf(role: string, depth = Infinity): string[] {
    const near = this.pathsDown(role).filter((path) => path.length - 1 <= depth)
    const within = new Set(near.flat())
    const paths = this.pathsDown(role).filter((path) => path.every((lower) => within.has(lower)))
    return unique(paths.toSorted((a, b) => this.#preorder(a, b)).map(end)).filter((lower) => lower !== role)
  }

  peersOf(role: string): string[] {
    const managers = this.managersOf(role)
    return this.roles.filter((other) => {
      return other !== role && this.managersOf(other).some((manager) => managers.includes(manager))
    })
  }

  isAbove(upper: string, lower: string): boolean {
    return this.#above.get(lower)?.has(upper) === true
  }

  topRolesOf(lines: LineKinds): string[] {
    const reporting = this.#records.filter(({ manager, dotted }) => {
      return (lines !== 'dotted' && manager !== null) || (lines !== 'solid' && dotted.length > 0)
    })
    return this.roles.filter((role) => reporting.every(({ id }) => id !== role))
  }

  lowestCommonManagersOf(roles: readonly string[]): string[] {
    const common = this.#commonManagers(roles)
    return common.filter((role) => {
      return !common.some((other) => this.isAbove(role, other) && !this.isAbove(other, role))
    })
  }

  lowestCommonManagerOf(roles: readonly string[]): string | undefined {
    const common = this.#commonManagers(roles)
    return this.managementChainOf(roles[0]).find((role) => common.includes(role))
  }

  reportingPathBetween(from: string, to: string): object | undefined {
    const pairs = this.pathsUp(from).flatMap((up, upIndex) => {
      return this.pathsUp(to).flatMap((down, downIndex) => {
        if (end(up) !== end(down)) return []
        const rank = [up.length + down.length, up.length, this.roles.indexOf(end(up)), upIndex, downIndex]
        return [{ up, down, rank }]
      })
    })
    const best = pairs.toSorted((a, b) => byNumbers(a.rank, b.rank)).at(0)
    if (best === undefined) return undefined
    const down = best.down.toReversed()
    return {
      roles: [...best.up, ...down.slice(1)],
      up: best.up.slice(0, -1),
      apex: end(best.up),
      down: down.slice(1),
    }
  }

  /** Solid lines only. */
  layerOf(role: string): number | undefined {
    return this.#toTheTop(role)?.length
  }

  compareRoles(a: string, b: string, solid: NaiveOrg, by?: string): object {
    if (a === b) return { relation: 'same', by: by ?? 'chain', because: [] }
    let found: NaiveReason[] = []
    for (const criterion of by === undefined ? ['chain', 'grade'] : [by]) {
      const [relation, because] =
        criterion === 'chain'
          ? this.#compareByChain(a, b)
          : criterion === 'grade'
            ? this.#compareByGrade(a, b)
            : solid.#compareByLayer(a, b)
      if (relation !== undefined) return { relation, by: criterion, because }
      found = [...found, ...because]
    }
    return { relation: 'incomparable', by: undefined, because: found }
  }

  /** Every simple path up, shortest first, then in the order of the lines. */
  pathsUp(role: string): readonly Path[] {
    return this.#up.get(role) ?? []
  }

  pathsDown(role: string): readonly Path[] {
    return this.#down.get(role) ?? []
  }

  #compareByChain(a: string, b: string): readonly [string | undefined, NaiveReason[]] {
    const fromB = this.#linesUp(b, a)
    const fromA = this.#linesUp(a, b)
    const decided = fromA.length > 0 !== fromB.length > 0
    return [decided ? (fromB.length > 0 ? 'above' : 'below') : undefined, [...fromB, ...fromA]]
  }

  #compareByGrade(a: string, b: string): readonly [string | undefined, NaiveReason[]] {
    const grades = [a, b].flatMap((role) => {
      const grade = this.#recordOf(role)?.grade ?? null
      return grade === null ? [] : [{ kind: 'grade', role, grade } as const]
    })
    return [grades.length < 2 ? undefined : relation(grades[0].grade - grades[1].grade), grades]
  }

  #compareByLayer(a: string, b: string): readonly [string | undefined, NaiveReason[]] {
    const layers = [a, b].flatMap((role) => {
      const path = this.#toTheTop(role)
      return path === undefined ? [] : [{ kind: 'layer', role, layer: path.length, top: end(path) } as const]
    })
    const comparable = layers.length === 2 && layers[0].top === layers[1].top
    return [comparable ? relation(layers[1].layer - layers[0].layer) : undefined, layers]
  }

  #linesUp(lower: string, upper: string): NaiveReason[] {
    const path = this.pathsUp(lower).find((candidate) => end(candidate) === upper) ?? []
    return path.slice(1).flatMap((to, index) => {
      return this.#lines
        .filter((line) => line.from === path[index] && line.to === to)
        .map((line) => ({ kind: 'line', line }) as const)
    })
  }

  #toTheTop(role: string): Path | undefined {
    return this.pathsUp(role).find((path) => this.#recordOf(end(path))?.manager === null)
  }

  #recordOf(role: string): ChartRecord | undefined {
    return this.#records.find((record) => record.id === role)
  }

  #commonManagers(roles: readonly string[]): string[] {
    return this.roles.filter((manager) => roles.every((role) => this.isAbove(manager, role)))
  }

  #preorder(a: Path, b: Path): number {
    const positions = (path: Path): number[] => path.map((role) => this.roles.indexOf(role))
    return byNumbers(positions(a), positions(b))
  }
}

function extended(role: string, next: (role: string) => readonly string[]): readonly Path[] {
  const paths: Path[] = []
  let longest: Path[] = [[role]]
  while (longest.length > 0) {
    paths.push(...longest)
    longest = longest.flatMap((path) => {
      return next(end(path))
        .filter((role) => !path.includes(role))
        .map((role) => [...path, role])
    })
  }
  return paths
}

function end(path: Path): string {
  return path[path.length - 1]
}

function unique(roles: readonly string[]): string[] {
  return roles.filter((role, index) => roles.indexOf(role) === index)
}

function relation(difference: number): string {
  if (difference === 0) return 'same'
  return difference > 0 ? 'above' : 'below'
}

/** Orders lists of numbers by the first difference; a prefix comes first. */
function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  if (at === -1) return a.length - b.length
  return at < b.length ? a[at] - b[at] : 1
}
