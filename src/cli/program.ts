/*! This file is bundled with commander 14, MIT licence:

Copyright (c) 2011 TJ Holowaychuk <tj@vision-media.ca>

Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the
'Software'), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED 'AS IS', WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/
import { Command as Program, CommanderError, Option } from 'commander'
import { isOrgError, nearestId, nearestSuggestion, quote } from '../internal.js'
import { CallOptions, type CommandRow } from './call.js'
import { COMMANDS } from './command-table.js'
import { CommandError, EXIT } from './exit-code.js'
import { reasonOf } from './reading/read-bytes.js'
import { paintOf, safeLines } from './terminal-text.js'
import type { World } from './world.js'

/** Runs the command with some arguments (without those of Node) and returns its exit code. It never throws for what users do. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let code: number = EXIT.sound
  const called = COMMANDS.find(({ name }) => name === args[0])
  // The parser of arguments need not know the options of the other commands.
  const rows = called === undefined ? COMMANDS : [called]
  const program = programOf(rows, world, async (row, words, values) => {
    const command = await row.load()
    code = await command({
      words,
      options: new CallOptions(Object.entries(values)),
      world,
      commands: COMMANDS,
    })
  })
  try {
    // git passes labels and paths that may look like options.
    if (args[0] === 'merge' && args[1] === '--driver') {
      return await (await import('./commands/merge.js')).mergeDriver(args.slice(2), world)
    }
    refuseUnknownHelp(args)
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return reported(error, world)
  }
}

/** commander prints the main help for a command that it does not know. */
function refuseUnknownHelp(args: readonly string[]): void {
  if (args[0] !== 'help' || args.length < 2 || args[1].startsWith('-')) return
  const names = [...COMMANDS.map(({ name }) => name), 'help']
  if (names.includes(args[1])) return
  throw new CommandError(
    `there is no command ${quote(args[1])}`,
    nearestSuggestion(nearestId(args[1], names)) || 'rolegraph help lists the commands.',
  )
}

type Action = (row: CommandRow, words: readonly string[], values: object) => Promise<void>

const EXIT_CODES = `
It returns ${EXIT.sound} if all is well, ${EXIT.findings} if charts have problems, differ or conflict, and ${EXIT.unusable} if it cannot do what it is asked.`

function programOf(rows: readonly CommandRow[], world: World, act: Action): Program {
  const program = new Program('rolegraph')
  program
    .description('Ask, check, compare and draw org charts.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES)
  quietly(program, world)
  for (const row of rows) {
    const command = program
      .command(row.name)
      .description(row.summary)
      .helpOption('-h, --help', 'print this help')
    for (const [name, text] of row.words) command.argument(name, text)
    for (const { flags, text, words, isList } of row.options)
      command.addOption(optionOf(flags, text, words, isList))
    if (row.examples.length > 0) {
      command.addHelpText('after', `\nExamples:\n${row.examples.map((line) => `  ${line}`).join('\n')}`)
    }
    command.addHelpText('after', EXIT_CODES)
    command.action(async () => {
      await act(row, command.args, namedAsWritten(command))
    })
    quietly(command, world)
  }
  return program
}

function optionOf(flags: string, text: string, words?: readonly string[], isList?: boolean): Option {
  const all = words === undefined ? text : `${text}: ${words.join(', ')}`
  const option = new Option(flags, isList === true ? `${all} (repeatable)` : all)
  if (isList === true)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return option
}

/** The options of a call under the names that users write: `fail-on`, not `failOn`. */
function namedAsWritten(command: Program): object {
  const values = new Map(Object.entries<unknown>(command.opts()))
  return Object.fromEntries(
    command.options.map((option) => [option.name(), values.get(option.attributeName())] as const),
  )
}

function quietly(command: Program, { output, errors }: World): void {
  command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => {
        output.write(safeLines(text))
      },
      writeErr: (text) => {
        errors.write(safeLines(text))
      },
      outputError: (text, write) => {
        write(`rolegraph: ${withTwin(text.replace(/^error: /, ''), command)}`)
      },
    })
  command.showHelpAfterError(
    `Run rolegraph ${command.name() === 'rolegraph' ? '' : `${command.name()} `}--help for its arguments and options.`,
  )
}

/** A report has a `--format`, and a chart is converted `--to` one. By letters alone, `--from` is the nearest to both. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['--format', '--to'],
  ['--to', '--format'],
])

/** The message about an unknown option; of one that another subcommand has, with the name that it has here. */
function withTwin(text: string, { options }: Program): string {
  const given = /^unknown option '(--[\w-]+)/.exec(text)?.[1] ?? ''
  const twin = TWINS.get(given)
  if (twin === undefined || !options.some(({ long }) => long === twin)) return text
  return `unknown option '${given}'\n(Did you mean ${twin}?)\n`
}

/** Says what went wrong: a line, and how to go on. Only a bug shows a stack, and only where it is asked for. */
function reported(error: unknown, world: World): number {
  const { errors, environment } = world
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.sound : EXIT.unusable
  const paint = paintOf({ ...world, output: errors })
  const say = (message: string, advice: string): number => {
    errors.write(`${paint('red', 'rolegraph:')} ${safeLines(message)}\n`)
    if (advice !== '') errors.write(`    ${safeLines(advice)}\n`)
    return EXIT.unusable
  }
  if (error instanceof CommandError) return say(error.message, error.advice)
  if (isOrgError(error)) return say(error.message, '')
  if (isOfSystem(error)) return say(`${error.path ?? 'a file'}: ${reasonOf(error)}`, '')
  const { DEBUG } = environment
  const isDebugged = DEBUG !== undefined && DEBUG !== ''
  const text =
    error instanceof Error ? (isDebugged ? (error.stack ?? error.message) : error.message) : String(error)
  const advice = isDebugged ? '' : 'This is a bug. Run it again with DEBUG=1 for the stack, and report it.'
  return say(text, advice)
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof Reflect.get(error, 'syscall') === 'string'
}
