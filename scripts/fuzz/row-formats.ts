import { historyFromRecords, isOrgError, orgAt, OrgError, orgFromRecords } from 'rolegraph'
import { type ImportResult, movesFromRows, type Source } from 'rolegraph/import'
import type { FuzzFormat } from './fuzz-format.js'
import { jsonTree } from './json-tree.js'
import { mutatedJson } from './mutate-json.js'
import type { AnyOptions } from './random-options.js'

/** Rows of a caller: those of JSON, or the lines of what is no longer JSON. */
function rowsIn(source: Source, names: readonly string[]): readonly object[] {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    // What is not a row is for the reader to refuse.
    if (Array.isArray(value)) return value as readonly object[]
  } catch {
    // Read by lines.
  }
  return text.split('\n').map((line) => {
    const cells = line.split(/[,:]/)
    return Object.fromEntries(names.map((name, index) => [name, cells.at(index)]))
  })
}

const OF_IMPORTERS: ReadonlySet<string> = new Set(['mode', 'encoding', 'limits', 'corrections'])

/** Options without those that every importer has, and readers of rows do not. */
function ownOptions(options: AnyOptions): AnyOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !OF_IMPORTERS.has(name)))
}

/** A reader of rows, which throws its issues, as a format. */
function rowFormat(
  format: Pick<FuzzFormat, 'name' | 'options'>,
  names: readonly string[],
  values: readonly unknown[],
  read: (rows: readonly object[], options: AnyOptions) => ImportResult['org'],
): FuzzFormat {
  const trees = values.map(jsonTree)
  const parse: FuzzFormat['parse'] = (source, options) => {
    try {
      return read(rowsIn(source, names), ownOptions(options))
    } catch (error) {
      if (!isOrgError(error, 'INVALID_HISTORY')) throw error
      throw new OrgError('INVALID_ORG', error.message, { issues: error.details.issues })
    }
  }
  return {
    ...format,
    text: (random) => ({ text: mutatedJson(trees, random) }),
    parse,
    safeParse: (source, options): ImportResult => {
      try {
        const org = parse(source, options) as NonNullable<ImportResult['org']>
        return Object.freeze({ ok: true, org, issues: Object.freeze([]) })
      } catch (error) {
        if (!isOrgError(error, 'INVALID_ORG')) throw error
        const { issues } = error.details
        return { ok: false, org: undefined, issues: issues as ImportResult['issues'] }
      }
    },
  }
}

function jobs(): FuzzFormat {
  const rows = [
    { Job: 'Coordinator', Level: 1, 'Next jobs': 'Analyst; Team Lead', Years: '1-2', Kind: 'promotion' },
    { Job: 'Analyst', 'Next jobs': ['Team Lead'], Years: '3 or more', Kind: 'lateral', Note: 'x' },
    { Job: 7, 'Next jobs': 'Analyst|Head', Years: 2.5, Needs: 'Exam; Licence', Most: 4 },
    { Job: 'Team Lead', 'Next jobs': '', Years: 'up to 18 months', Kind: '', Note: null },
  ]
  const options = {
    years: ['Years', ['Years', 'Most'], ['Years']],
    kind: ['Kind', 'Years'],
    kinds: [{ promotion: 'advancement' }, {}, { '': 'lateral' }],
    conditions: ['Needs', 'Next jobs'],
    note: ['Note', '__proto__'],
    separator: [';', ',', '; '],
  }
  const names = ['Job', 'Next jobs', 'Years', 'Kind', 'Needs']
  return rowFormat(
    { name: 'jobs', options },
    names,
    [rows, rows.slice(0, 2), rows.slice(2)],
    (table, given) => {
      const moves = movesFromRows(table as readonly Record<string, unknown>[], {
        from: 'Job',
        to: 'Next jobs',
        ...given,
      })
      const ids = new Set([...moves.keys(), ...[...moves.values()].flat().map(({ to }) => to)])
      const records = Array.from(ids, (id) => ({ id, moves: moves.get(id) }))
      return orgFromRecords(records, { id: 'id', moves: 'moves', onIssue: 'collect' })
    },
  )
}

function historyRows(): FuzzFormat {
  const rows = [
    { post: '1', boss: null, start: '2024-01-01', end: '4712-12-31', title: 'Head', unit: 'pmo' },
    { post: '2', boss: '1', start: '2024-01-01', end: '', seq: 1, known: '2024-02-01' },
    { post: '3', boss: '1', start: '2024-01-01', end: '2026-03-31', seq: '2', gone: false },
    { post: '3', boss: '2', start: '2026-04-01', end: '4712-12-31', known: '2026-05-01' },
    { post: '4', boss: '3', start: '2025-02', end: null, gone: true, title: 'Analyst' },
  ]
  const options = {
    ends: ['inclusive', 'exclusive', 'next'],
    sequence: ['seq', 'post'],
    knownOn: ['known', 'start'],
    inactive: ['gone'],
    title: ['title', 'post'],
    unit: ['unit', 'boss'],
    partial: ['start'],
    open: [['9999-12-31'], [''], []],
    onIssue: ['collect', 'throw'],
  }
  const names = ['post', 'boss', 'start', 'end', 'seq']
  return rowFormat(
    { name: 'history-rows', options },
    names,
    [rows, rows.slice(0, 3), rows.slice(2)],
    (table, given) => {
      const history = historyFromRecords(table as readonly Record<string, string>[], {
        id: 'post',
        manager: 'boss',
        from: 'start',
        // Rows without an end have no field for it.
        ...(given['ends'] !== 'next' && { to: 'end', ends: 'inclusive' }),
        ...given,
      })
      return orgAt(history, '2026-04-01')
    },
  )
}

/** Rows that a caller has read, each with its fixtures when it is needed. */
export const ROW_FORMATS = { jobs, 'history-rows': historyRows }
