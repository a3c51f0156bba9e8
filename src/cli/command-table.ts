import type { Command } from './call.js'
import { FORMATS } from './reading/chart-format.js'

/** An option of a subcommand. */
export interface OptionRow {
  readonly flags: string
  readonly text: string
  /** The words that it can be; for help and completion. The subcommand checks them. */
  readonly words?: readonly string[]
  /** Whether it can be given several times. */
  readonly isList?: boolean
}

/** A subcommand, as help, completion and the parser of arguments see it. */
export interface CommandRow {
  readonly name: string
  readonly summary: string
  /** As commander writes them: `<chart>`, `[file]`, `<charts...>`. */
  readonly words: readonly (readonly [name: string, text: string])[]
  readonly options: readonly OptionRow[]
  /** Lines below the help of the subcommand. */
  readonly examples: readonly string[]
  /** Loads the subcommand: a call pays for one of them only. */
  readonly load: () => Promise<Command>
}

const READING: readonly OptionRow[] = [
  { flags: '--from <format>', text: 'the format of the chart, if its content does not tell', words: FORMATS },
  {
    flags: '--column <part=header>',
    text: 'the column or field of a part: manager=Supervisor',
    isList: true,
  },
  { flags: '--top <word>', text: 'a value that means "no manager"', isList: true },
  {
    flags: '--match <by>',
    text: 'how a table names managers',
    words: ['id', 'email', 'name', 'nameWithId', 'person'],
  },
  { flags: '--encoding <name>', text: 'the encoding of the file, if it is not UTF-8' },
  { flags: '--junior <file>', text: 'the table of junior posts of an organogram' },
  { flags: '--on <date>', text: 'the date of the chart, YYYY-MM-DD; of a history: which chart' },
]
/** All subcommands, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'check',
    summary: 'find what is wrong with charts, by structure and by your policy',
    words: [['<charts...>', 'files, or - for the standard input']],
    options: [
      {
        flags: '--format <format>',
        text: 'what to write',
        words: ['text', 'json', 'markdown', 'sarif', 'junit', 'github'],
      },
      { flags: '--policy <file>', text: 'rules of your own; default: rolegraph.policy.json, if it exists' },
      {
        flags: '--fail-on <severity>',
        text: 'the least severity that fails',
        words: ['error', 'warning', 'info'],
      },
      { flags: '--max <number>', text: 'how many problems to list for each file at most' },
      ...READING,
    ],
    examples: ['rolegraph check org.yaml', 'rolegraph check staff.csv --format sarif > rolegraph.sarif'],
    load: async () => (await import('./commands/check.js')).check,
  },
]
