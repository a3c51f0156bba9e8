import { orgOfRecord } from '../define/org-of-record.js'
import { stateIn } from '../engine/org-state.js'
import { counted } from '../kernel/in-words.js'
import type { HistoryIssue } from '../kernel/issue.js'
import { invalidOption } from '../kernel/invalid-input.js'
import { holdsOn, isCalendarDate } from '../kernel/calendar-date.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { OrgError } from '../kernel/org-error.js'
import { sealedClass } from '../kernel/sealed-class.js'
import { quote } from '../kernel/quote.js'
import type { EffectiveChanges, History } from '../model/history.js'
import type { Org } from '../model/org.js'
import { personOfHolder } from '../model/person.js'
import type { RowsAndUnits } from './dated-rows.js'
import type { RoleVersions } from './role-versions.js'
import type { RowVersions } from './row-versions.js'

/** The changes of a history by date. Those of rows are found when they are asked for. */
export interface DatedChanges {
  /** The entries after one date and up to another, frozen; without dates, all of them. */
  between(after?: string, last?: string): EffectiveChanges[]
}

/** What a history holds. */
export interface HistoryRecord {
  /** The first day; `undefined` where the org before the changes has no beginning. */
  readonly since: string | undefined
  readonly entries: DatedChanges
  readonly versions: RoleVersions
  readonly issues: readonly HistoryIssue[]
  /** The dates on which something became known, ascending, each once. */
  readonly knownDates: readonly string[]
  /** The history as it was known on a date. */
  readonly knownBy: (date: string) => HistoryRecord
  /** For a history of rows: the versions, and the rows where some became known on a day. */
  readonly rows?: { readonly versions: RowVersions; readonly kept: RowsAndUnits | undefined }
}

/** How many histories of what was known earlier are kept. */
const KEPT = 4

/** A history, and what is made of it when it is first needed. */
export class HistoryState {
  readonly since: string | undefined
  readonly entries: DatedChanges
  readonly versions: RoleVersions
  readonly issues: readonly HistoryIssue[]
  readonly record: HistoryRecord
  readonly #known = new Map<string, HistoryState>()
  /** The last org that was asked for, and the index of its date. */
  #holdings: ReadonlyMap<string, ReadonlySet<number>> | undefined
  #last: { readonly date: number; readonly org: Org } | undefined

  constructor(record: HistoryRecord) {
    this.record = record
    this.since = record.since
    this.entries = record.entries
    this.versions = record.versions
    this.issues = record.issues
  }

  /** The history as it was known on a date. */
  knownOn(date: string): HistoryState {
    const { knownDates } = this.record
    const known = knownDates.findLast((each) => each <= date) ?? ''
    if (known === (knownDates.at(-1) ?? '')) return this
    let state = this.#known.get(known)
    if (state === undefined) {
      state = new HistoryState(this.record.knownBy(known))
      const [oldest = ''] = this.#known.keys()
      if (this.#known.size >= KEPT) this.#known.delete(oldest)
      this.#known.set(known, state)
    }
    return state
  }

  /** The org on a date, with all of its assignments and the issues that its changes leave. */
  orgOn(date: string): Org {
    const at = this.versions.indexOf(date)
    if (this.#last?.date !== at) {
      const org: Org = orgOfRecord(this.versions.recordAt(at))
      this.#last = { date: at, org }
    }
    return this.#last.org
  }

  /** The roles that a person ever holds, by node. Throws `UNKNOWN_PERSON`. */
  nodesHeldBy(person: string): readonly number[] {
    this.#holdings ??= holdingsOf(this.versions)
    const nodes = this.#holdings.get(person)
    if (nodes !== undefined) return [...nodes].sort((a, b) => a - b)
    throw unknownPerson(person, this.#holdings.keys())
  }

  /** The issues that hold on a date. */
  issuesOn(date: string): readonly HistoryIssue[] {
    return this.issues.filter((issue) => issue.from !== undefined && holdsOn(issue, date))
  }
}

/** The roles of each person who is in the history on some date, by node. */
function holdingsOf(versions: RoleVersions): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>()
  for (const id of versions.people()) held.set(id, new Set())
  for (const { node, holders } of versions.holders()) {
    for (const holder of holders) {
      const person = personOfHolder(holder)
      const nodes = held.get(person)
      if (nodes === undefined) held.set(person, new Set([node]))
      else nodes.add(node)
    }
  }
  return held
}

export function unknownPerson(person: unknown, people: Iterable<string>): OrgError<'UNKNOWN_PERSON'> {
  const nearest = nearestId(person, people)
  const message = `The history has no person ${quote(person)}${didYouMean(nearest)}`
  return new OrgError('UNKNOWN_PERSON', nearest === undefined ? `${message}.` : message, {
    id: person,
    nearest,
  })
}

/** Marks histories of every copy of the library. */
const BRAND = /* @__PURE__ */ Symbol.for('rolegraph.History')
/** The method that `console.log` calls in Node, Deno and Bun. */
const INSPECT = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')

/** How a history is written as a document; the entry of documents is above this file. */
export type WriteDocument = (state: HistoryState) => object

/** What a {@link History} is at run time: a frozen object around a state that nothing else can reach. */
const SEALED = /* @__PURE__ */ sealedHistories()

/** Makes the class of histories. In a function, so that a bundler drops it where it is not used, in spite of its computed names. */
function sealedHistories(): {
  readonly seal: (state: HistoryState, write: WriteDocument) => object
  readonly stateIn: (value: object) => HistoryState | undefined
} {
  const SealedHistory = sealedClass(
    class SealedHistory {
      readonly #state: HistoryState
      readonly #write: WriteDocument

      constructor(state: HistoryState, write: WriteDocument) {
        this.#state = state
        this.#write = write
        // Test runners compare own enumerable properties only: without one, any two histories would be equal.
        Object.defineProperty(this, 'content', {
          enumerable: true,
          get: () => ({ ...write(state), issues: state.issues }),
        })
        Object.freeze(this)
      }

      static stateIn(value: object): HistoryState | undefined {
        return #state in value ? value.#state : undefined
      }

      get [BRAND](): true {
        return true
      }

      toJSON(): object {
        if (!(#state in this)) throw notAHistory('JSON.stringify', this)
        return this.#write(this.#state)
      }

      [INSPECT](): string {
        return #state in this ? textOf(this.#state) : 'History { not usable: a proxy, or inherited }'
      }
    },
  )
  return {
    seal: (state, write) => new SealedHistory(state, write),
    stateIn: (value) => SealedHistory.stateIn(value),
  }
}

/** `History { 3 dates: 2024-01-01 to 2026-03-31 }`, for `console.log`. */
function textOf({ versions, since, issues }: HistoryState): string {
  const { dates } = versions
  const span = dates.length === 0 ? '' : `: ${dates[0]} to ${dates[dates.length - 1]}`
  const parts = [
    `${counted(dates.length, 'date')} with changes${span}`,
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(issues.length === 0 ? [] : [counted(issues.length, 'issue')]),
  ]
  return `History { ${parts.join(', ')} }`
}

/** Wraps a record in the opaque value that callers hold. */
export function sealHistory(record: HistoryRecord, write: WriteDocument): History {
  const sealed = SEALED.seal(new HistoryState(record), write)
  return sealed as History
}

/** The state of a history; `undefined` for anything that this copy of the library did not seal. */
function historyStateIn(value: unknown): HistoryState | undefined {
  return typeof value === 'object' && value !== null ? SEALED.stateIn(value) : undefined
}

/** Opens a history, as it was known on the date of the option `knownOn`. */
export function historyStateOf(caller: string, history: unknown, knownOn?: unknown): HistoryState {
  const state = historyStateIn(history)
  if (state === undefined) throw notAHistory(caller, history)
  if (knownOn === undefined) return state
  if (typeof knownOn !== 'string' || !isCalendarDate(knownOn))
    throw invalidOption('knownOn', knownOn, "a calendar date such as '2026-03-31'")
  return state.knownOn(knownOn)
}

function notAHistory(caller: string, received: unknown): OrgError<'NOT_A_HISTORY'> {
  const message = `${caller} expects a History, received ${quote(received)}. ${adviceFor(received)}`
  return new OrgError('NOT_A_HISTORY', message, { received })
}

function adviceFor(received: unknown): string {
  if (stateIn(received) !== undefined) return 'It is an org: historyOf(org, []) turns it into a history.'
  if (typeof received === 'object' && received !== null) {
    if (Reflect.has(received, 'rolegraph')) return 'It is a document: pass it to historyFromDocument.'
    if (Reflect.has(received, BRAND))
      return 'It comes from another copy of rolegraph, or is a proxy: send its document instead.'
  }
  return 'Create one with historyOf, historyFromSnapshots or historyFromRecords.'
}

/** Throws `BEFORE_HISTORY` for a date before a history begins. */
export function requireInHistory({ since }: HistoryState, date: string): void {
  if (since === undefined || date >= since) return
  throw new OrgError('BEFORE_HISTORY', `The history begins on ${since}; the state on ${date} is not known.`, {
    date,
    since,
  })
}
