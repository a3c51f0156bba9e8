import type { OrgState } from '../../engine/org-state.js'
import type { DraftIds } from './draft-ids.js'

/** A dotted line or a move leads to the role, or a unit or a service names it. */
const REFERRED = 1
const HELD = 2

/**
 * The roles to which something else than reports may refer, and those that somebody may hold: a removal of any other role is a matter of
 * solid lines. A role that an edit names counts from then on, whatever the edit does.
 */
export class ReferredRoles {
  readonly #base: OrgState
  readonly #named = new Set<number>()
  #flags: Uint8Array | undefined

  constructor(base: OrgState) {
    this.#base = base
  }

  isReferredTo(node: number): boolean {
    return this.#named.has(node) || this.#has(node, REFERRED)
  }

  isHeld(node: number): boolean {
    return this.#named.has(node) || this.#has(node, HELD)
  }

  #has(node: number, flag: number): boolean {
    this.#flags ??= flagsOf(this.#base)
    // Added roles have no flags.
    return node < this.#flags.length && (this.#flags[node] & flag) !== 0
  }

  /** Counts the roles that data name, by any text in them that is an id. */
  addNamed(ids: DraftIds, data: unknown): void {
    const pending = [data]
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      if (typeof value === 'string') {
        const node = ids.nodeOf(value)
        if (node !== undefined) this.#named.add(node)
      } else if (typeof value === 'object' && value !== null) {
        for (const part of Object.values(value) as unknown[]) if (part !== undefined) pending.push(part)
      }
    }
  }

  add(node: number): void {
    this.#named.add(node)
  }
}

function flagsOf({ columns, units, services }: OrgState): Uint8Array {
  const flags = new Uint8Array(columns.count)
  for (const to of columns.dotted.to) flags[to] |= REFERRED
  for (const to of columns.moves.to) flags[to] |= REFERRED
  const named = [
    ...Array.from(units.values(), ({ heads }) => heads).flat(),
    ...services.flatMap(({ from, to }) => [from, to]),
  ]
  for (const id of named) {
    const node = columns.handles.get(id)
    if (node !== undefined) flags[node] |= REFERRED
  }
  const { holders } = columns.attributes
  if (holders !== undefined) {
    for (let node = 0; node < holders.length; node++)
      if ((holders[node]?.length ?? 0) > 0) flags[node] |= HELD
  }
  return flags
}
