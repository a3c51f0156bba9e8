import { Erasure } from '../change/erasure.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { frozenIssue, type HistoryIssue } from '../kernel/issue.js'
import type { History } from '../model/history.js'
import { historyRecord } from './history-of.js'
import { type HistoryRecord, historyStateOf, sealHistory, unknownPerson } from './history-state.js'
import { dated } from './replay.js'
import { erasedRecord, erasedState } from './rows-record.js'
import { NamesOfHistory } from './used-names.js'
import { writeHistory } from './write-history.js'

/**
 * Returns a history without a trace of some people, such as those who ask for their data to be erased: on every date, and as it was known on every date.
 *
 * The roles, lines, moves, units and dates stay, and so do all other people. Each erased person becomes a pseudonym, `person-1`, or the name `Person 1` where holders
 * are names: the same on all dates, so that assignments, headcounts, vacancies and tenures stay as they were. Of what is known about the person (name, aliases, e-mail,
 * data) nothing is left.
 *
 * Ids, names, aliases and e-mail addresses that the person has on any date are replaced in everything else too: titles, notes, sources, conditions, data
 * and its keys, of changes as well. They are found as {@link redact} finds them. A role, unit or other person whose id has one of them gets another id,
 * such as `role-7`. Issues keep their codes, roles, units and days, and lose their words, which quote the input.
 *
 * A name is found only as it is written in the history: "Ada" is not found for "Ada Lovelace". Erase the sources too: this history, its documents,
 * and the rows that it was made of.
 *
 * Complexity: O(roles + lines + moves + changes, or rows) and the size of all texts.
 *
 * @param history The history.
 * @param people One person, or several: ids of its people, or the names of holders.
 * @returns A history with the same types of ids; those that had the name of a person are others.
 * @throws {@link OrgError} `UNKNOWN_PERSON` for someone who is not in the history on any date; `NOT_A_HISTORY`, `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { defineOrg, erasePeople, historyOf, timelineOf } from 'rolegraph'
 *
 * const start = defineOrg({
 *   roles: { lead: { holders: ['ada'] }, office: { title: 'Office of Ada Lovelace', reportsTo: 'lead' } },
 *   people: { ada: { name: 'Ada Lovelace', email: 'ada@example.com' }, ben: {} },
 * })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'update-role', role: 'lead', set: { holders: ['ben'], note: 'Succeeds Ada Lovelace' } }] },
 * ])
 * const erased = erasePeople(history, 'ada')
 * for (const { from, spec } of timelineOf(erased, { role: 'lead' })) console.log(from, spec.holders, spec.note)
 * // => undefined [ 'person-1' ] undefined
 * // => 2026-04-01 [ 'ben' ] Succeeds Person 1
 * console.log(JSON.stringify(erased).includes('Ada')) // => false
 * ```
 * @see {@link redact}, which leaves everyone out of one org.
 */
export function erasePeople<Id extends string, Unit extends string, Data, Person extends string>(
  history: History<Id, Unit, Data, Person>,
  people: NoInfer<Person> | readonly NoInfer<Person>[],
): History<Id, Unit, Data> {
  const { erased } = withoutPeople(history, people)
  // The ids are those of the history, but for names of people.
  return erased as History<Id, Unit, Data>
}

/** The same, with the function that replaces the names in a text from elsewhere. */
export function withoutPeople(
  history: History,
  people: string | readonly string[],
): { readonly erased: History; readonly masked: (text: string) => string } {
  const { record } = historyStateOf('erasePeople', history)
  const ids = peopleIn(people)
  const names = new NamesOfHistory(record)
  for (const person of ids) if (!names.people.has(person)) throw unknownPerson(person, names.people.keys())
  const erasure = new Erasure(names, ids)
  return {
    erased: sealHistory(erasedFrom(record, erasure), writeHistory),
    masked: (text) => erasure.secrets.masked(text),
  }
}

function peopleIn(received: unknown): ReadonlySet<string> {
  const list: readonly unknown[] = Array.isArray(received) ? received : [received]
  const people = list.filter((person) => typeof person === 'string')
  if (people.length === list.length) return new Set(people)
  throw invalidArgument('erasePeople', 'people', received, 'the id of a person, or a list of ids')
}

function erasedFrom(record: HistoryRecord, erasure: Erasure): HistoryRecord {
  const issues = Object.freeze(record.issues.map((issue) => erasedIssue(issue, erasure)))
  if (record.rows !== undefined) return { ...erasedRecord(record.rows, record, erasure), issues }
  const entries = record.entries.between().map((entry, index) => ({
    ...entry,
    changes: entry.changes.map((change) => erasure.change(change)),
    path: ['entries', index],
  }))
  const base = erasedState(record.versions.base, erasure)
  return { ...historyRecord(base, { entries, issues: [] }, record.since), issues }
}

/** Texts of issues quote what was wrong, in words that cannot be told apart. */
function erasedIssue(
  { code, severity, roles, units, place, from, to }: HistoryIssue,
  erasure: Erasure,
): HistoryIssue {
  const { line, column, record } = place
  const issue = frozenIssue({
    code,
    severity,
    roles: roles.map(erasure.placeIdOf),
    units: units.map(erasure.placeIdOf),
    place: {
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(record !== undefined && { record }),
    },
    witness: [],
    message: `The history had an issue ${code} before people were erased from it`,
    suggestion: 'See the issues of the original history.',
  })
  return dated(issue, from, to)
}
