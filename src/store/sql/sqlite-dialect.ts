import { commitByStatements, createByStatements } from '../commit-by-statements.js'
import { type Dialect, overwrites } from './dialect.js'
import { SAME_PLACE } from './tables.js'
import { firstTables } from './table-statements.js'

/** SQLite 3.35 and later. Rows are in the order of their keys, without a second index. */
export const SQLITE: Dialect = {
  migrations: () => [
    firstTables({ id: 'TEXT', text: 'TEXT', int: 'INTEGER', number: 'REAL', suffix: ' WITHOUT ROWID' }),
    // Versions 2 to 4, 6 and 8 give PostgreSQL row-level security and functions, which SQLite does not have; version 5 an index that is of use
    // to a server: a database in the process sorts what it has read. Version 7 is about plans that a server keeps.
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ],
  mostPartitions: 0,
  lockMigrations: undefined,
  findVersionTable: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'rolegraph_schema'",
  now: "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)",
  greatest: (a, b) => `max(${a}, ${b})`,
  isIn: (expression, parameter) => `${expression} IN (SELECT value FROM json_each(${parameter}))`,
  given: (parameter) => `(SELECT value AS id FROM json_each(${parameter})) AS given`,
  async write(query, table, { tenant, rev }, rows) {
    const names = table.columns.map(([column]) => column)
    const places = names.map((_, index) => `$${String(index + 3)}`)
    const over = table.isPlaced ? ` ${overwrites(table, SAME_PLACE)}` : ''
    const sql = `INSERT INTO ${table.name} (tenant, from_rev, ${names.join(', ')}) VALUES ($1, $2, ${places.join(', ')})${over}`
    for (const row of rows) await query(sql, [tenant, rev, ...row])
  },
  forUpdate: '',
  locked: 'rev, at, epoch',
  create: (query, first) => createByStatements(query, SQLITE, first),
  commit: (query, next) => commitByStatements(query, SQLITE, next),
  // A call of a database in the process costs next to nothing.
  commitsAtOnce: false,
  list: (texts) => JSON.stringify(texts),
  joinsColumns: false,
  channel: '',
}
