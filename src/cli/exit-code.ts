/** What the command returns to the shell. */
export const EXIT = Object.freeze({
  /** All is well. */
  sound: 0,
  /** The chart has problems, the charts differ, a merge has conflicts. */
  findings: 1,
  /** The command was called wrongly, or a file cannot be read. */
  unusable: 2,
} as const)

/** A problem that ends a command, with the way to go on: no stack, since it is not a bug. */
export class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(
    message: string,
    readonly advice = '',
  ) {
    super(message)
  }
}
