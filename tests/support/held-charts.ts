/** A role of a small chart: its manager, which may be itself, and its holders. */
export interface HeldRow<Holders> {
  readonly id: string
  readonly manager: string | undefined
  readonly holders: Holders
}

const ROLES = ['a', 'b', 'c', 'd']

/** Every chart of up to four roles: each manager (or none, or the role itself) with each holding. */
export function* heldCharts<Holders>(
  count: number,
  holdings: readonly Holders[],
): Generator<readonly HeldRow<Holders>[]> {
  const managers = [undefined, ...ROLES.slice(0, count)]
  const kinds = managers.length * holdings.length
  for (let number = 0; number < kinds ** count; number++) {
    let rest = number
    yield ROLES.slice(0, count).map((id) => {
      const kind = rest % kinds
      rest = Math.floor(rest / kinds)
      return {
        id,
        manager: managers[kind % managers.length],
        holders: holdings[Math.floor(kind / managers.length)],
      }
    })
  }
}
