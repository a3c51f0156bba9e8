import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** A server of PostgreSQL of its own, on loopback, with an empty database. */
export interface PostgresServer {
  /** Where it listens, with the password of its owner. */
  readonly url: string
  readonly version: string
  /** Ends the server at once, as a crash does, and starts it again with what is on its disk. */
  readonly crash: () => Promise<void>
  /** Ends the server as a crash does; what it returns starts it again. */
  readonly halt: () => Promise<() => Promise<void>>
  /** Suspends the server with its connections, as if its machine no longer answered; what it returns resumes it. */
  readonly freeze: () => () => void
  /** Ends the server, whether it runs or not, and removes its folder. */
  readonly stop: () => Promise<void>
}

const INSTALL = 'PostgreSQL 15 or later is not installed. On Debian: apt-get install -y postgresql'

/**
 * Starts a server in a folder of its own, which `stop` removes. `settings` are those of postgresql.conf; `bin` is the folder with its
 * programs, by default those of the newest version that is installed.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  bin = binFolder(),
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rolegraph-postgres-'))
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  // The server refuses to run as root, and to use a folder of others.
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', userFor(folder), '--'] : []
  const command = (program: string, args: readonly string[]): [string, string[]] => {
    const [first, ...rest] = [...asUser, join(bin, program), ...args]
    return [first, rest]
  }
  const data = join(folder, 'data')
  const initdb = [
    '-D',
    data,
    '-U',
    'owner',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
  ]
  const [initProgram, initArgs] = command('initdb', initdb)
  const made = spawnSync(initProgram, initArgs, { encoding: 'utf8', cwd: folder })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = String(await freePort())
  const url = `postgres://owner:${password}@127.0.0.1:${port}/postgres`
  const all = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, ...settings }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let server: ChildProcess
  const start = async (): Promise<void> => {
    const [program, args] = command('postgres', ['-D', data, ...options])
    server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore'], cwd: folder })
    await ready(url)
  }
  const end = async (signal: 'QUIT' | 'INT'): Promise<void> => {
    // A server that was halted does not end a second time.
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    const [program, args] = command('pg_ctl', ['kill', signal, postmasterPid(data)])
    spawnSync(program, args, { cwd: folder })
    await ended
  }
  await start()
  // A script that throws leaves no server behind.
  const endWithProcess = (): void => {
    const [program, args] = command('pg_ctl', ['kill', 'QUIT', postmasterPid(data)])
    spawnSync(program, args, { cwd: folder })
  }
  process.once('exit', endWithProcess)
  return {
    url,
    version: spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim(),
    async crash() {
      await end('QUIT')
      await start()
    },
    async halt() {
      await end('QUIT')
      return start
    },
    freeze() {
      const first = Number(postmasterPid(data))
      const { stdout } = spawnSync('pgrep', ['-P', String(first)], { encoding: 'utf8' })
      // The first process is suspended before the others: it would replace those that do not answer.
      const all = [first, ...stdout.split('\n').filter(Boolean).map(Number)]
      for (const pid of all) process.kill(pid, 'SIGSTOP')
      return () => {
        for (const pid of all.reverse()) process.kill(pid, 'SIGCONT')
        // A program that runs the server as another user is suspended with it.
        server.kill('SIGCONT')
      }
    },
    async stop() {
      process.off('exit', endWithProcess)
      await end('INT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The folder with the programs of the newest PostgreSQL that is installed, or of that in `POSTGRES_BIN`. */
export function binFolder(): string {
  const debian = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number) : []
  const newest = debian.sort((a, b) => b - a).map((version) => `/usr/lib/postgresql/${String(version)}/bin`)
  const folders = [
    process.env['POSTGRES_BIN'] ?? '',
    ...newest,
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')))
  if (found === undefined) throw new Error(INSTALL)
  return found
}

/** The user who runs the server where we are root: Debian makes one. */
function userFor(folder: string): string {
  chmodSync(folder, 0o755)
  const user = 'postgres'
  const { status } = spawnSync('chown', ['-R', user, folder])
  if (status !== 0) throw new Error(INSTALL)
  return user
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

function postmasterPid(data: string): string {
  const { stdout } = spawnSync('head', ['-1', join(data, 'postmaster.pid')], { encoding: 'utf8' })
  return stdout.trim()
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isReady) return
    await pause(50)
  }
  throw new Error('The server did not start within 30 seconds.')
}
