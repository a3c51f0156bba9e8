/** A real reader of what the library writes, or a writer of what it reads. */
export interface Consumer {
  /** What it is called in the report: `NetworkX, GraphML`. */
  readonly name: string
  /** Debian packages that it needs; none for one that needs npm alone. */
  readonly debian?: readonly string[]
  /** npm packages that it needs, with their exact versions. */
  readonly npm?: Readonly<Record<string, string>>
  /** Reads and compares; returns what is wrong, one line each. */
  readonly check: (tools: Tools) => Promise<readonly string[]> | readonly string[]
}

/** What a consumer is given. */
export interface Tools {
  /** An empty folder of its own. */
  readonly folder: string
  /** Imports a package of `npm`. */
  readonly load: (name: string) => Promise<unknown>
  /** Runs a program of `debian` and returns what it prints; throws with what it prints on errors. */
  readonly run: (program: string, args: readonly string[], input?: string) => string
}
