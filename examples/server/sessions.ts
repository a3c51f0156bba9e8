import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long somebody stays signed in, in milliseconds. */
const LIFETIME = 8 * 3_600_000
/** A user with more sessions than this loses the oldest. */
const MOST = 1000

interface Session {
  readonly actor: string
  readonly until: number
}

/** Who is signed in. Sessions are in memory: a restart ends them. */
export class Sessions {
  readonly #actors: readonly (readonly [actor: string, tokenHash: Buffer])[]
  readonly #sessions = new Map<string, Session>()

  /** `tokens` has the token of each actor. */
  constructor(tokens: ReadonlyMap<string, string>) {
    for (const [actor, token] of tokens)
      if (token.length < 16) throw new Error(`The token of ${actor} is shorter than 16 characters.`)
    this.#actors = [...tokens].map(([actor, token]) => [actor, hashOf(token)] as const)
  }

  /** Whose token it is. Each comparison takes the same time, whatever the token has in common with the right one. */
  actorWith(token: string): string | undefined {
    const hash = hashOf(token)
    const found = this.#actors.filter(([, known]) => timingSafeEqual(known, hash))
    return found.at(0)?.[0]
  }

  /** Starts a session, and returns its secret. */
  start(actor: string): string {
    const secret = randomBytes(32).toString('base64url')
    this.#sessions.set(secret, { actor, until: Date.now() + LIFETIME })
    // A Map has its oldest entry first.
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= MOST) break
      this.#sessions.delete(oldest)
    }
    return secret
  }

  /** Whose session a secret is of. */
  actorIn(secret: string | undefined): string | undefined {
    const session = secret === undefined ? undefined : this.#sessions.get(secret)
    return session === undefined || session.until < Date.now() ? undefined : session.actor
  }

  end(secret: string | undefined): void {
    if (secret !== undefined) this.#sessions.delete(secret)
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
