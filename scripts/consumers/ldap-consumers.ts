import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { changeOrg, defineOrg, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import { toLdif, toLdifChanges } from 'rolegraph/export'
import { type ImportResult, type LdapEntries, safeParseLdapEntries, safeParseLdif } from 'rolegraph/import'
import type { Consumer, Tools } from './consumer.js'

const SUFFIX = 'dc=example,dc=org'
const BASE = `ou=People,${SUFFIX}`
const ROOT = { dn: `cn=admin,${SUFFIX}`, password: 'only-on-loopback' }

/** What a directory can hold: ids that a careless writer or reader of names gets wrong. */
const chart: Org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['Ada Byron'], unit: 'Board' },
    'Roe, Ann': {
      title: 'Head, "Finance" + <more>',
      reportsTo: 'ceo',
      holders: ['Roe, Ann'],
      unit: 'Finance',
    },
    '#7': { title: ':odd', reportsTo: 'Roe, Ann', vacant: true },
    '007': { title: 'Größe', reportsTo: 'Roe, Ann', holders: ['Žofie Nováková'], dottedTo: 'ceo' },
    'a=b;c\\d': {
      title: 'A title that is so long that it is folded when it is written, and when it is found',
      reportsTo: '#7',
      holders: ['Cher'],
    },
    计划: { reportsTo: '007', holders: ['李'], dottedTo: ['ceo', '#7'] },
  },
  units: { Board: {}, Finance: {} },
})

const attributes = { id: 'uid', dotted: 'seeAlso' }

/** Starts slapd on loopback with an empty directory of its own, and calls `use`. */
async function withServer<Result>(
  { folder, run }: Tools,
  use: (url: string) => Promise<Result> | Result,
): Promise<Result> {
  const data = join(folder, 'data')
  mkdirSync(data)
  const schemas = ['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`)
  const config = [
    ...schemas,
    ...['modulepath /usr/lib/ldap', 'moduleload back_mdb', `pidfile ${folder}/slapd.pid`],
    ...[
      'database mdb',
      `suffix "${SUFFIX}"`,
      `rootdn "${ROOT.dn}"`,
      `rootpw ${ROOT.password}`,
      `directory ${data}`,
    ],
    '',
  ]
  writeFileSync(join(folder, 'slapd.conf'), config.join('\n'))
  const base = [
    ...[
      `dn: ${SUFFIX}`,
      'objectClass: dcObject',
      'objectClass: organization',
      'o: Example',
      'dc: example',
      '',
    ],
    ...[`dn: ${BASE}`, 'objectClass: organizationalUnit', 'ou: People', ''],
  ]
  const file = join(folder, 'slapd.conf')
  run('/usr/sbin/slapadd', ['-f', file, '-d', '0'], base.join('\n'))
  const url = `ldap://127.0.0.1:${String(await freePort())}`
  const server = spawn('/usr/sbin/slapd', ['-f', file, '-h', url, '-d', '0'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    for (let tries = 0; ; tries++) {
      try {
        run('ldapsearch', ['-x', '-LLL', '-H', url, '-b', '', '-s', 'base'])
        break
      } catch (error) {
        if (tries > 50) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    return await use(url)
  } finally {
    server.kill()
    await ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function asRoot(url: string): readonly string[] {
  return ['-x', '-H', url, '-D', ROOT.dn, '-w', ROOT.password]
}

/** What differs between a chart and what was read of the directory. */
function differences(what: string, expected: Org, result: ImportResult): readonly string[] {
  if (!result.ok) return result.issues.map(({ message }) => `${what}: ${message}`)
  const { org } = result
  const wrong: string[] = []
  const [ids, found] = [[...rolesOf(expected)].sort(), [...rolesOf(org)].sort()]
  if (JSON.stringify(ids) !== JSON.stringify(found))
    wrong.push(`${what}: the roles are ${JSON.stringify(found)}`)
  for (const id of ids.filter((each) => found.includes(each))) {
    // The values of an attribute have no order, and the data are the entries.
    const [one, other] = [expected, org].map((each) => {
      const { dottedTo, ...role } = roleOf(each, id)
      return JSON.stringify({ ...role, dottedTo: [...dottedTo].sort(), data: undefined })
    })
    if (one !== other) wrong.push(`${what}: ${id} is ${other}, expected ${one}`)
  }
  return wrong
}

async function openLdap(tools: Tools): Promise<readonly string[]> {
  return withServer(tools, (url) => {
    const { run } = tools
    const exported = toLdif(chart, { base: BASE, dotted: 'seeAlso' })
    const wrong = exported.lost.map((loss) => `lost: ${JSON.stringify(loss)}`)
    run('ldapadd', asRoot(url), exported.text)
    const search = (...more: readonly string[]): string =>
      run('ldapsearch', [...asRoot(url), '-b', SUFFIX, ...more])
    // With its comments and footers; without; with lines that are not folded; in pages.
    for (const how of [[], ['-LLL'], ['-L', '-o', 'ldif-wrap=no'], ['-E', 'pr=2/noprompt']]) {
      const result = safeParseLdif(search(...how), { attributes })
      wrong.push(...differences(`ldapsearch ${how.join(' ')}`, chart, result))
    }
    wrong.push(
      ...differences(
        'slapcat',
        chart,
        safeParseLdif(run('/usr/sbin/slapcat', ['-f', join(tools.folder, 'slapd.conf')]), { attributes }),
      ),
    )
    const cut = run('sh', ['-c', '"$@" || true', 'sh', 'ldapsearch', ...asRoot(url), '-b', SUFFIX, '-z', '2'])
    const { issues } = safeParseLdif(cut, { attributes })
    // The root may see all entries.
    if (cut.includes('result: 4') && !issues.some(({ code }) => code === 'INCOMPLETE_PAGE'))
      wrong.push('a search that was cut off is not told')
    const changes = [
      { do: 'set-manager', role: '计划', manager: 'ceo' },
      { do: 'update-role', role: '007', set: { title: 'New = "title"' } },
      { do: 'remove-role', role: '#7', reports: 'lift', references: 'remove' },
      { do: 'add-role', role: 'new, one', spec: { reportsTo: '007', title: 'New', vacant: true } },
    ] as const
    const { text, leftOut } = toLdifChanges(chart, changes, { base: BASE })
    run('ldapmodify', asRoot(url), text)
    const { org: after } = changeOrg(chart, changes)
    // Dotted lines are not written as changes.
    if (!leftOut.some(({ change }) => change.do === 'remove-dotted-line'))
      wrong.push('the dotted line is not left out')
    const changed = safeParseLdif(search(), { attributes: { id: 'uid' } })
    if (!changed.ok) wrong.push(...changed.issues.map(({ message }) => `after changes: ${message}`))
    else {
      for (const id of rolesOf(after)) {
        if (managerOf(changed.org, id) !== managerOf(after, id))
          wrong.push(`after changes: the manager of ${id} differs`)
        if (roleOf(changed.org, id).title !== roleOf(after, id).title)
          wrong.push(`after changes: the title of ${id} differs`)
      }
    }
    return wrong
  })
}

interface LdaptsClient {
  bind(dn: string, password: string): Promise<void>
  search(base: string, options: object): Promise<LdapEntries>
  unbind(): Promise<void>
}

async function ldapts(tools: Tools): Promise<readonly string[]> {
  return withServer(tools, async (url) => {
    tools.run('ldapadd', asRoot(url), toLdif(chart, { base: BASE, dotted: 'seeAlso' }).text)
    const { Client } = (await tools.load('ldapts')) as { Client: new (options: object) => LdaptsClient }
    const client = new Client({ url })
    await client.bind(ROOT.dn, ROOT.password)
    const wrong: string[] = []
    for (const more of [
      {},
      { attributes: ['uid', 'cn', 'displayName', 'title', 'ou', 'manager', 'seeAlso', 'objectClass'] },
      { paged: { pageSize: 2 } },
    ]) {
      const result = await client.search(SUFFIX, { scope: 'sub', ...more })
      wrong.push(
        ...differences(`ldapts ${JSON.stringify(more)}`, chart, safeParseLdapEntries(result, { attributes })),
      )
    }
    await client.unbind()
    return wrong
  })
}

/** What is used of ldapjs. */
interface Ldapjs {
  readonly createClient: (options: object) => {
    bind: (dn: string, password: string, done: (error: Error | null) => void) => void
    search: (base: string, options: object, done: (error: Error | null, events: LdapjsEvents) => void) => void
    destroy: () => void
  }
}

interface LdapjsEvents {
  on(event: 'searchEntry', call: (entry: { readonly pojo: Readonly<Record<string, unknown>> }) => void): void
  on(event: 'error', call: (error: Error) => void): void
  on(event: 'end', call: () => void): void
}

async function ldapjs(tools: Tools): Promise<readonly string[]> {
  return withServer(tools, async (url) => {
    tools.run('ldapadd', asRoot(url), toLdif(chart, { base: BASE, dotted: 'seeAlso' }).text)
    const { default: given } = (await tools.load('ldapjs')) as { readonly default: Ldapjs }
    const client = given.createClient({ url: [url] })
    try {
      await new Promise<void>((resolve, reject) => {
        client.bind(ROOT.dn, ROOT.password, (error) => {
          if (error === null) resolve()
          else reject(error)
        })
      })
      const entries = await new Promise<LdapEntries>((resolve, reject) => {
        const found: Readonly<Record<string, unknown>>[] = []
        client.search(SUFFIX, { scope: 'sub' }, (error, events) => {
          if (error !== null) {
            reject(error)
            return
          }
          events.on('searchEntry', ({ pojo }) => found.push(pojo))
          events.on('error', reject)
          events.on('end', () => {
            resolve(found)
          })
        })
      })
      return differences('ldapjs', chart, safeParseLdapEntries(entries, { attributes }))
    } finally {
      client.destroy()
    }
  })
}

const DEBIAN = ['slapd', 'ldap-utils']

export const consumers: readonly Consumer[] = [
  { name: 'OpenLDAP, LDIF', debian: DEBIAN, check: openLdap },
  { name: 'ldapts', debian: DEBIAN, npm: { ldapts: '8.2.0' }, check: ldapts },
  { name: 'ldapjs', debian: DEBIAN, npm: { ldapjs: '3.0.7' }, check: ldapjs },
]
