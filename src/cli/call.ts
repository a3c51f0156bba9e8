import { CommandError } from './exit-code.js'
import type { World } from './world.js'

/** An option as it was given: text, a list, or `true` for a switch. */
type OptionValue = string | readonly string[] | boolean | undefined

/** The options of one call. */
export class CallOptions {
  readonly #values: ReadonlyMap<string, unknown>

  constructor(values: Iterable<readonly [string, unknown]>) {
    this.#values = new Map(values)
  }

  text(name: string): string | undefined {
    const value = this.#value(name)
    return typeof value === 'string' ? value : undefined
  }

  /** Whether the caller gave the option, with whatever value. */
  isGiven(name: string): boolean {
    return this.#value(name) !== undefined
  }

  isOn(name: string): boolean {
    return this.#value(name) === true
  }

  list(name: string): readonly string[] {
    const value = this.#value(name)
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  }

  /** A whole number; `undefined` where the option is not given. */
  wholeNumber(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    throw new CommandError(`--${name} is '${text}'; it can be a whole number, such as 10`)
  }

  #value(name: string): OptionValue {
    return this.#values.get(name) as OptionValue
  }
}

/** One call of a subcommand. */
export interface Call {
  /** The arguments by position; what was left out is absent. */
  readonly words: readonly string[]
  readonly options: CallOptions
  readonly world: World
  /** All subcommands, for what is made from them. */
  readonly commands: readonly CommandRow[]
}

/** A subcommand: it writes its answer, and returns the exit code. */
export type Command = (call: Call) => Promise<number>

/** An option of a subcommand. */
export interface OptionRow {
  readonly flags: string
  readonly text: string
  /** The words that it can be; for help and completion. The subcommand checks them. */
  readonly words?: readonly string[]
  /** Whether it can be given several times. */
  readonly isList?: boolean
}

/** `--name`, of an option. */
export function longFlag({ flags }: OptionRow): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
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
