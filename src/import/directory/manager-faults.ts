import { addToList, quotedList } from '../../internal.js'
import { addAt, type JsonDocument } from '../json/json-object.js'
import type { DocumentPath } from '../document/document-tree.js'
import { areMostUnknown } from '../input/unknown-managers.js'

type FaultCode = 'UNKNOWN_MANAGER' | 'MISSING_ID'

interface Fault {
  readonly role: string
  /** What is written instead of a known manager. */
  readonly cell: string | undefined
  readonly path: DocumentPath
  readonly message: string
  readonly suggestion: string
}

/** What one issue says of most managers: `have no id`, and what to do. */
export type MergedFaults = {
  readonly [Code in FaultCode]: { readonly what: string; readonly suggestion: string }
}

/** Managers that a directory names and that are not found: each is an issue, but most of them with one fault are one. */
export class ManagerFaults {
  readonly #document: JsonDocument
  readonly #faults = new Map<FaultCode, Fault[]>()

  constructor(document: JsonDocument) {
    this.#document = document
  }

  add(code: FaultCode, fault: Fault): void {
    addToList(this.#faults, code, fault)
  }

  get count(): number {
    let count = 0
    for (const faults of this.#faults.values()) count += faults.length
    return count
  }

  /** @param managers How many managers are named. */
  report(managers: number, merged: MergedFaults): void {
    for (const [code, faults] of this.#faults) {
      if (areMostUnknown(faults.length, managers)) {
        const { what, suggestion } = merged[code]
        const cells = new Set(faults.flatMap(({ cell }) => cell ?? []).slice(0, LISTED))
        const listed = cells.size === 0 ? '' : `: ${quotedList([...cells])}`
        addAt(this.#document, code, faults[0].path, {
          roles: faults.slice(0, LISTED).map(({ role }) => role),
          witness: [...cells],
          message: `${String(faults.length)} of ${String(managers)} managers ${what}${listed}`,
          suggestion,
        })
        continue
      }
      for (const { role, cell, path, message, suggestion } of faults) {
        const witness = cell === undefined ? [] : [cell]
        addAt(this.#document, code, path, { roles: [role], witness, message, suggestion })
      }
    }
  }
}

const LISTED = 100
