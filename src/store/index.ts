export type { StoredChange } from './change-tenant.js'
export type { SqlQuery, SqlRow, SqlValue, StoreDriver, TransactionMode } from './driver.js'
export { type PgliteDatabase, pgliteDriver } from './drivers/pglite-driver.js'
export { type PostgresClient, postgresDriver, type PostgresPool } from './drivers/postgres-driver.js'
export { type SqliteDatabase, sqliteDriver } from './drivers/sqlite-driver.js'
export { type ShardedStore, shardedStore, type ShardOptions } from './sharded-store.js'
export type { StoredOrg } from './load-tenant.js'
export type { Migration } from './migrate.js'
export { type MigrateOptions, openStore, type Store, type StoreOptions } from './open-store.js'
export type { Revision, RevisionKind } from './revisions.js'
export type {
  ActorOptions,
  LoadOptions,
  Tenant,
  TenantChangeOptions,
  TenantHistoryOptions,
} from './tenant.js'
export type { TenantDocument } from './tenant-document.js'
export type { TenantQuestions } from './tenant-questions.js'
export type { OrgWatch, WatchOptions } from './watch-tenant.js'
