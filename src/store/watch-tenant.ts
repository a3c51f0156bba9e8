import { invalidOption, type OrgError } from '../internal.js'
import { loadPresent, type StoredOrg } from './load-tenant.js'
import { storeError } from './store-failure.js'
import type { TenantStore } from './tenant-store.js'

/** The options of `watch`. */
export interface WatchOptions {
  /** Called with the org after each change that is noticed; several changes at once may be noticed as one. */
  readonly onChange?: (stored: StoredOrg) => void
  /** Called when the database could not be asked. The watch goes on. */
  readonly onError?: (error: OrgError) => void
  /**
   * How often the database is asked for the revision, in milliseconds. Default: 1,000, or 10,000 where the database sends messages,
   * which only have to be made up for when one is lost.
   */
  readonly interval?: number
}

/** An org that follows a tenant. */
export interface OrgWatch {
  /** The latest org that is known: reading it asks nobody. */
  readonly current: StoredOrg
  /** Ends the watch. */
  stop(): Promise<void>
}

/** A timer as all platforms have it; in Node it must not keep the process. */
interface Timer {
  unref?: () => unknown
}

const POLL = 1000
const POLL_WITH_MESSAGES = 10_000

/** Follows the present org of a tenant. */
export async function watchTenant(
  store: TenantStore,
  tenant: string,
  options: WatchOptions,
): Promise<OrgWatch> {
  const { onChange, onError, interval } = options
  if (interval !== undefined && !(Number.isFinite(interval) && interval >= 1))
    throw invalidOption('interval', interval, 'a number of milliseconds, 1 or more')
  const { driver, dialect } = store
  let current = await loadPresent(store, tenant)
  let isStopped = false
  let refreshing: Promise<void> | undefined
  let isAskedAgain = false
  const refresh = async (): Promise<void> => {
    try {
      const next = await loadPresent(store, tenant)
      if (isStopped || (next.rev === current.rev && next.org === current.org)) return
      current = next
      onChange?.(next)
    } catch (error) {
      if (!isStopped) onError?.(storeError(error))
    }
  }
  // One at a time: a message that comes meanwhile asks for one more.
  const noticed = (): void => {
    if (isStopped) return
    if (refreshing !== undefined) {
      isAskedAgain = true
      return
    }
    refreshing = refresh().finally(() => {
      refreshing = undefined
      if (!isAskedAgain) return
      isAskedAgain = false
      noticed()
    })
  }
  const heard = (message: string): void => {
    if (message === tenant) noticed()
  }
  const unlisten = await driver.listen?.(dialect.channel, heard, (error) => onError?.(storeError(error)))
  const every = interval ?? (unlisten === undefined ? POLL : POLL_WITH_MESSAGES)
  const timer = setInterval(noticed, every)
  // What setInterval returns differs between platforms.
  ;(timer as Timer).unref?.()
  // What changed between the load and the first message.
  noticed()
  return {
    get current() {
      return current
    },
    async stop() {
      if (isStopped) return
      isStopped = true
      clearInterval(timer)
      await unlisten?.()
      await refreshing
    },
  }
}
