/** What a command writes to: the standard output or the standard error. */
export interface Output {
  write(text: string): void
  /** Whether a person reads it: colour and progress are for a terminal only. */
  readonly isTerminal: boolean
}

/** What the file system says of a path. */
interface FileFacts {
  readonly isFolder: boolean
  /** Whether it can be read twice: a pipe, such as `<(command)` in a shell, cannot. */
  readonly isRegular: boolean
  /** Which file it is, under whatever name or link. */
  readonly identity: string
  readonly size: number
  /** Differs where the file was written in between. */
  readonly stamp: string
}

/** The files that a command reads and writes. Paths are relative to the folder of the command. */
export interface Files {
  /** `undefined` where there is nothing at the path. */
  facts(path: string): FileFacts | undefined
  read(path: string): Uint8Array
  /** The names in a folder; none where it cannot be read. */
  names(folder: string): readonly string[]
  /** Replaces the file whole: a reader sees the old text or the new one. */
  write(path: string, text: string): void
  /** Writes a file that does not exist yet; returns whether it did. */
  create(path: string, text: string): boolean
}

/** Everything outside the command that it touches, so that tests can run it in their own process. */
export interface World {
  readonly files: Files
  readonly input: AsyncIterable<Uint8Array>
  readonly output: Output
  readonly errors: Output
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Today, as `YYYY-MM-DD`. */
  readonly today: () => string
  /** Milliseconds since some moment. */
  readonly now: () => number
  /** Runs another program; `undefined` where it cannot be run. */
  readonly execute: (
    program: string,
    args: readonly string[],
  ) => { readonly code: number; readonly output: string } | undefined
}
