import { join } from 'node:path'
import { pgliteDriver, type SqliteDatabase, sqliteDriver, type StoreDriver } from 'rolegraph/store'

/** A database inside this process. */
export interface EmbeddedDatabase {
  /** What it is, in words. */
  readonly name: string
  readonly driver: StoreDriver
  readonly close: () => Promise<void>
}

/** Opens the embedded database of this Node in a folder: SQLite in a file, or PGlite where Node has no SQLite. */
export async function embeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  const sqlite = process.getBuiltinModule('node:sqlite') as
    { readonly DatabaseSync: new (path: string) => SqliteDatabase & { close(): void } } | undefined
  if (sqlite !== undefined) {
    const database = new sqlite.DatabaseSync(join(folder, 'office.db'))
    database.exec('PRAGMA journal_mode = WAL')
    return {
      name: 'SQLite of Node, in a file',
      driver: sqliteDriver(database),
      close: () =>
        Promise.resolve().then(() => {
          database.close()
        }),
    }
  }
  const { PGlite } = await import('@electric-sql/pglite')
  const database = new PGlite(join(folder, 'office'))
  return {
    name: 'PGlite in a folder, since this Node has no SQLite of its own',
    driver: pgliteDriver(database),
    close: () => database.close(),
  }
}
