import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Change, isOrgError, type OrgError } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import type { Tenant } from 'rolegraph/store'
import { mergedChanges } from './merged-changes.js'
import { CHART_PAGE, CLIENT, SIGN_IN_PAGE, STYLE } from './pages.js'
import { Sessions } from './sessions.js'

/** What the service is for, and for whom. */
export interface ServerOptions {
  /** The org to change. No request can name another one. */
  readonly tenant: Tenant
  /** The origin that the service has in a browser, such as `http://127.0.0.1:8080`. */
  readonly origin: string
  /** The token of each user. The name of the user is the actor of the changes. */
  readonly tokens: ReadonlyMap<string, string>
}

const COOKIE = 'session'
/** The longest body, in bytes, and the most changes in it. */
const LONGEST_BODY = 256 * 1024
const MOST_CHANGES = 1000

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const
/** Pages of the service run its own script only, and show its own chart only. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
/** The chart brings a policy for its scripts and styles; this adds who may show it, and that it has no access to the session. */
const CHART_POLICY = "frame-ancestors 'self'; sandbox allow-scripts allow-downloads"

/** The service: a chart that several people change at once. */
export function serverApp({ tenant, origin, tokens }: ServerOptions): Hono<{ Variables: { actor: string } }> {
  const sessions = new Sessions(tokens)
  const { host, protocol } = new URL(origin)
  const cookie = { httpOnly: true, sameSite: 'Strict', path: '/', secure: protocol === 'https:' } as const
  const app = new Hono<{ Variables: { actor: string } }>()

  app.use(async (context, next) => {
    // A name that somebody lets point here is not ours, and no other page may send anything.
    if (context.req.header('host') !== host) return context.json({ message: 'Unknown host.' }, 421)
    const from = context.req.header('origin')
    const isOurs =
      from === origin || (from === undefined && context.req.header('authorization') !== undefined)
    if (context.req.method !== 'GET' && !isOurs)
      return context.json({ message: 'Requests of other pages are refused.' }, 403)
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    if (context.res.headers.get('content-security-policy') === null)
      context.header('content-security-policy', POLICY)
    return undefined
  })
  app.use(
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: (context) => context.json({ message: 'The request is too long.' }, 413),
    }),
  )

  app.get('/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.post('/session', async (context) => {
    const { token } = await context.req.parseBody()
    const actor = typeof token === 'string' ? sessions.actorWith(token) : undefined
    if (actor === undefined) return context.html(SIGN_IN_PAGE, 401)
    setCookie(context, COOKIE, sessions.start(actor), cookie)
    return context.redirect('/', 303)
  })
  app.get('/', async (context, next) => {
    if (sessions.actorIn(getCookie(context, COOKIE)) !== undefined) return next()
    return context.html(SIGN_IN_PAGE, 401)
  })

  // Everything below needs a session, or a token in a header for programs.
  app.use(async (context, next) => {
    const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
    const actor =
      bearer === undefined ? sessions.actorIn(getCookie(context, COOKIE)) : sessions.actorWith(bearer)
    if (actor === undefined) return context.json({ message: 'Sign in first.' }, 401)
    context.set('actor', actor)
    return next()
  })
  app.post('/session/end', (context) => {
    sessions.end(getCookie(context, COOKIE))
    deleteCookie(context, COOKIE, { path: '/' })
    return context.redirect('/', 303)
  })
  app.get('/', (context) => context.html(CHART_PAGE))
  app.get('/client.js', (context) =>
    context.body(CLIENT, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/rev', async (context) => context.json({ rev: (await tenant.load()).rev }))
  app.get('/chart', async (context) => {
    const rev = revisionIn(Number(context.req.query('rev')))
    if (rev === undefined) return context.json({ message: 'rev is the number of a revision.' }, 400)
    const { org } = await tenant.load({ at: rev })
    context.header('content-security-policy', CHART_POLICY)
    return context.html(toHtml(org, { edit: { origin } }))
  })
  app.post('/changes', async (context) => {
    const order = orderIn(await context.req.json().catch(() => undefined))
    if (order === undefined)
      return context.json({ message: 'The body is { rev, changes, merge } as JSON.' }, 400)
    const { rev, changes, merge } = order
    const actor = context.get('actor')
    try {
      return context.json({ rev: (await tenant.change(changes, { actor, expectedRev: rev })).rev })
    } catch (error) {
      if (!isOrgError(error, 'REVISION_CONFLICT')) throw error
      const merged = await mergedChanges(tenant, rev, changes, merge === 'clean' ? undefined : merge)
      if (merge === undefined || merged.changes === undefined)
        return context.json({ others: merged.others, conflicts: merged.conflicts }, 409)
      // Whoever keeps what others have changed has nothing left to change.
      if (merged.changes.length === 0) return context.json({ rev: merged.rev })
      // Somebody may be faster once more: then this is a conflict again.
      const options = { actor, expectedRev: merged.rev, reason: 'Merged' }
      return context.json({ rev: (await tenant.change(merged.changes, options)).rev })
    }
  })

  app.notFound((context) => context.json({ message: 'Not found.' }, 404))
  app.onError((error, context) => {
    if (isOrgError(error, 'REVISION_CONFLICT'))
      return context.json({ others: [error.message], conflicts: [] }, 409)
    if (isOrgError(error)) return context.json({ message: wordsOf(error) }, statusOf(error))
    console.error(error)
    return context.json({ message: 'The service failed.' }, 500)
  })
  return app
}

/** The body of a request to change the org. What the changes are, the store checks. */
function orderIn(
  body: unknown,
): { rev: number; changes: readonly Change[]; merge?: 'clean' | 'ours' | 'theirs' } | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { rev: given, changes, merge } = body as Readonly<Record<string, unknown>>
  const rev = revisionIn(given)
  if (rev === undefined || !Array.isArray(changes) || changes.length > MOST_CHANGES) return undefined
  const list = changes as readonly Change[]
  if (merge === undefined) return { rev, changes: list }
  return merge === 'clean' || merge === 'ours' || merge === 'theirs'
    ? { rev, changes: list, merge }
    : undefined
}

function revisionIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

/** What a caller did wrong, in words; nothing about the database. */
function wordsOf(error: OrgError): string {
  if (isOrgError(error, 'INVALID_CHANGES'))
    return error.details.issues.map(({ message }) => message).join('. ')
  return isOrgError(error, 'STORE_FAILED') ? 'The database does not answer.' : error.message
}

function statusOf(error: OrgError): 400 | 404 | 422 | 503 {
  if (isOrgError(error, 'INVALID_CHANGES')) return 422
  if (isOrgError(error, 'STORE_FAILED')) return 503
  return isOrgError(error, 'UNKNOWN_REVISION') ? 404 : 400
}
