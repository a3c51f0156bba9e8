import { longFlag, type OptionRow } from '../call.js'
import { FORMATS } from './chart-format.js'

/** The options that say how a chart is read, for every subcommand that reads one. */
export const READING: readonly OptionRow[] = [
  { flags: '--from <format>', text: 'the format of the chart, if its content does not tell', words: FORMATS },
  {
    flags: '--column <part=header>',
    text: 'the column or field of a part: manager=Supervisor; none: manager=',
    isList: true,
  },
  { flags: '--top <word>', text: 'a value that means "no manager"', isList: true },
  { flags: '--vacant <word>', text: 'a name in a table that means that nobody holds the role', isList: true },
  { flags: '--job-shares', text: 'rows of a table that repeat an id are further holders of the role' },
  {
    flags: '--corrections <file>',
    text: 'what to read instead, in JSON or YAML: a list of { id, field, to, why }',
  },
  {
    flags: '--match <by>',
    text: 'how a table names managers',
    words: ['id', 'email', 'name', 'nameWithId', 'person'],
  },
  { flags: '--encoding <name>', text: 'the encoding of the file, if it is not UTF-8' },
  { flags: '--junior <file>', text: 'the table of junior posts of an organogram' },
  { flags: '--on <date>', text: 'the date of the chart, YYYY-MM-DD; of a history: which chart' },
]

/** Their names, without dashes. */
export const READING_NAMES: readonly string[] = READING.map((option) => longFlag(option).slice(2))
