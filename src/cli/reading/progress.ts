import type { ImportProgress } from '../../import/index.js'
import type { World } from '../world.js'

/** Nothing is shown for what takes less. */
const QUIET_MS = 1000
const BETWEEN_MS = 200

/** Shows how much of a file is read: on a terminal, and only if it takes more than a second. */
export class Progress {
  readonly #world: World
  readonly #name: string
  #next: number
  #isShown = false

  constructor(name: string, world: World) {
    this.#world = world
    this.#name = name
    this.#next = world.now() + QUIET_MS
  }

  readonly show = ({ bytes, total }: ImportProgress): void => {
    const { errors, now } = this.#world
    if (now() < this.#next || !errors.isTerminal) return
    this.#next = now() + BETWEEN_MS
    this.#isShown = true
    const share = total === undefined || total === 0 ? '' : ` ${Math.floor((100 * bytes) / total)} %`
    errors.write(`\r\u{1b}[Kreading ${this.#name}${share}`)
  }

  /** Removes the line. */
  end(): void {
    if (this.#isShown) this.#world.errors.write('\r\u{1b}[K')
  }
}
