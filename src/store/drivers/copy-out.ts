/** What is used of the connection of a client of `pg`. */
interface PostgresConnection {
  query(sql: string): void
}

/**
 * A query of `pg` that hands over the bytes of a `COPY … TO STDOUT`. `pg` makes a string of each value of a row; bytes it hands on as they are.
 * Its client calls these methods, as it calls those of pg-copy-streams.
 */
export class CopyOut {
  readonly done: Promise<void>
  /** A client with a `query_timeout` puts a function here that ends its timer. */
  callback: (() => void) | undefined
  readonly #sql: string
  readonly #take: (piece: Uint8Array) => void
  #failure: unknown
  #settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void }

  constructor(sql: string, take: (piece: Uint8Array) => void) {
    this.#sql = sql
    this.#take = take
    this.#settle = { resolve: () => undefined, reject: () => undefined }
    this.done = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
  }

  submit(connection: PostgresConnection): void {
    connection.query(this.#sql)
  }

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
    if (this.#failure !== undefined) return
    try {
      this.#take(chunk)
    } catch (error) {
      // The connection is of use again only when it has sent everything.
      this.#failure = error
    }
  }

  handleError(error: unknown): void {
    this.callback?.()
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    this.callback?.()
    if (this.#failure === undefined) this.#settle.resolve()
    else this.#settle.reject(this.#failure)
  }

  // Of the settings before the COPY, and of what all statements are told.
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}
