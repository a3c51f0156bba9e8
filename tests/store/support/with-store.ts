import { openStore, type Store, type StoreDriver, type StoreOptions } from 'rolegraph/store'
import { afterEach, beforeEach } from 'vitest'
import type { DatabaseKind, TestDatabase } from './databases.js'

/** A store of each test in a block, with its tables. */
export interface TestStore {
  readonly store: Store
  readonly database: TestDatabase
  /** Another store on the same connection, which has nothing in its cache. */
  readonly fresh: (options?: StoreOptions) => Store
}

/** The transactions of a driver that has them. */
export function transactionOf({ transaction }: StoreDriver): NonNullable<StoreDriver['transaction']> {
  if (transaction === undefined) throw new Error('The driver has no transactions.')
  return transaction
}

/** Opens a database before each test, and closes it after it. */
export function withStore(kind: DatabaseKind): TestStore {
  let database: TestDatabase | undefined
  let store: Store | undefined
  beforeEach(async () => {
    database = await kind.open()
    store = openStore(database.driver)
    await store.migrate(database.layout)
  })
  afterEach(async () => {
    await database?.close()
    database = undefined
  })
  const opened = (): TestDatabase => {
    if (database === undefined) throw new Error('Only tests have a database.')
    return database
  }
  return {
    get store() {
      if (store === undefined) throw new Error('Only tests have a store.')
      return store
    },
    get database() {
      return opened()
    },
    fresh: (options) => openStore(opened().driver, options),
  }
}
