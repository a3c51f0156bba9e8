import { type MoveSpec, type Org, orgFromRecords } from 'rolegraph'

interface RoleWithMoves {
  readonly id: string
  readonly moves: readonly (string | MoveSpec)[]
}

function orgOfMoves(records: readonly RoleWithMoves[]): Org {
  return orgFromRecords(records, { id: 'id', moves: 'moves' })
}

/**
 * A lattice: layers of roles, each with a move to every role of the next layer, between `start` and `goal`; and an
 * `island` that no move leads to. It has `width ** layers` paths.
 */
export function lattice(layers: number, width: number): Org {
  const layer = (at: number): string[] => Array.from({ length: width }, (_, place) => `${at}.${place}`)
  const records: RoleWithMoves[] = [{ id: 'start', moves: layer(0) }]
  for (let at = 0; at < layers; at++) {
    for (const id of layer(at)) records.push({ id, moves: at + 1 < layers ? layer(at + 1) : ['goal'] })
  }
  return orgOfMoves([...records, { id: 'goal', moves: [] }, { id: 'island', moves: [] }])
}

/** Every role has a move to every other, in order; ids are `0`, `1`, … */
export function completeCareers(count: number): Org {
  const ids = Array.from({ length: count }, (_, role) => String(role))
  return orgOfMoves(ids.map((id) => ({ id, moves: ids.filter((other) => other !== id) })))
}

/** A chain with a move of one year to the next role, and one of half a year back to the previous one. */
export function chainOfCareers(count: number): Org {
  return orgOfMoves(
    Array.from({ length: count }, (_, role) => ({
      id: String(role),
      moves: [
        ...(role > 0 ? [{ to: String(role - 1), kind: 'lateral', years: [0.5] } as const] : []),
        ...(role + 1 < count ? [{ to: String(role + 1), years: [1, 2] } as const] : []),
      ],
    })),
  )
}
