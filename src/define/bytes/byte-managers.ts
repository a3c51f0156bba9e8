import { NONE } from '../../engine/columns.js'
import type { LineFacts } from '../../model/line.js'
import { readLineName, Refused } from '../attribute-readers.js'
import { addManagerIssue, unusedId } from '../link-org.js'
import { isLine, readingSolid, readSolidLine } from '../read-edges.js'
import { edgeRows, readerOf, unreadManager } from '../role-rows.js'
import { lineFactsOf } from '../spec-reader.js'
import type { ByteRoles } from './byte-roles.js'
import { type ByteRows, lookedUp, oddOf, REPORTED_ROLE, UNKNOWN_ROLE } from './byte-rows.js'
import { ByteSet } from './byte-set.js'
import { ByteTexts } from './byte-texts.js'
import type { Steps } from './steps.js'

/** The solid managers. */
export class ByteManagers {
  /** By the handle of the report; `link` sets unknown managers to `NONE`. */
  readonly handles: Int32Array
  /** The names of lines and what they are based on, by the handle of the report. */
  readonly facts = new Map<number, LineFacts>()
  readonly #textOf: (handle: number) => string
  readonly #roles: ByteRoles

  constructor(given: ByteRows, roles: ByteRoles) {
    const { ids, manager } = given
    const found = manager && lookedUp(manager, ids.set)
    const { rows } = ids
    this.#roles = roles
    this.handles =
      found === undefined
        ? new Int32Array(ids.set.count).fill(NONE)
        : (rows?.map((row) => found.handles[row]) ?? found.handles)
    const oddTexts = new Map<number, string>()
    const lines = readingSolid(roles, edgeRows())
    for (const [handle, odd] of oddOf(given, 'manager')) {
      this.handles[handle] = NONE
      const value = isLine(odd) ? readSolidLine(lines, handle, odd, this.facts) : odd
      if (typeof value === 'string') {
        this.handles[handle] = ids.set.get(value) ?? UNKNOWN_ROLE
        oddTexts.set(handle, value)
      } else if (odd !== undefined && odd !== null) {
        if (!isLine(odd)) {
          const place = roles.placeOf(handle, 'reportsTo')
          readerOf(roles, handle).invalid(odd, 'the id of the manager as a string', place)
        }
        this.handles[handle] = REPORTED_ROLE
        oddTexts.set(handle, unreadManager(odd))
      }
    }
    this.#readNames(given)
    this.#textOf = (handle) => oddTexts.get(handle) ?? found?.textOf(ids.rowOf(handle)) ?? ''
  }

  /** Reads the names of the lines that have none yet. A role without a manager has no line to name. */
  #readNames({ ids, managerAs, odd }: ByteRows): void {
    const others = odd?.get('managerAs')
    if (managerAs === undefined && others === undefined) return
    const names = new ByteSet()
    const numbers = managerAs && names.addAll(ByteTexts.plain(managerAs))
    // Rows with the same name share its facts.
    const facts: (LineFacts | undefined)[] = []
    for (let handle = 0; handle < this.handles.length; handle++) {
      const row = ids.rowOf(handle)
      const number = numbers?.[row] ?? NONE
      if (others?.has(row) === true) this.#refuseName(handle, others.get(row))
      else if (number !== NONE) {
        if (!(number in facts)) facts[number] = factsOf(names.text(number))
        const fact = facts[number]
        if (fact === undefined) this.#refuseName(handle, names.text(number))
        else if (this.handles[handle] !== NONE) {
          const own = this.facts.get(handle)
          this.facts.set(handle, own === undefined ? fact : Object.freeze({ ...fact, ...own }))
        }
      }
    }
  }

  #refuseName(handle: number, received: unknown): void {
    const as = readLineName(received)
    if (!(as instanceof Refused)) return
    readerOf(this.#roles, handle).invalid(received, as.expected, this.#roles.placeOf(handle, 'managerAs'))
  }

  /** Adds an issue for each unknown manager and each role that is its own manager; returns the unknown managers. */
  *link(): Steps<ReadonlyMap<number, string>> {
    const { handles } = this
    const broken: number[] = []
    const unknown = new Map<number, string>()
    for (let handle = 0; handle < handles.length; handle++) {
      const manager = handles[handle]
      if (manager >= 0 && manager !== handle) continue
      if (manager === handle || manager === UNKNOWN_ROLE) broken.push(handle)
      if (manager < NONE) {
        const text = this.#textOf(handle)
        // A document states it too, so it must not have the id of a role.
        unknown.set(handle, manager === REPORTED_ROLE ? unusedId(this.#roles, text) : text)
        handles[handle] = NONE
      }
    }
    // After all look-ups: suggestions depend on who reports to whom.
    for (const handle of broken) {
      addManagerIssue(this.#roles, handle, unknown.get(handle) ?? this.#roles.ids[handle], handles)
      yield
    }
    return unknown
  }
}

/** The facts of a line with a name; `undefined` for a name that a line cannot have. */
function factsOf(name: string): LineFacts | undefined {
  const as = readLineName(name)
  return as instanceof Refused ? undefined : lineFactsOf(as, undefined)
}
