/**
 * Sends a chart of everything through each exporter to the programs that read its format, and compares value by value what they
 * hold with the chart and with what the exporter says is lost.
 *
 * npm run test:consumers                      every consumer; installs what is missing with apt-get and npm, and says so
 * npm run test:consumers -- --npm             only those that need npm alone
 * npm run test:consumers -- --only networkx   only those with this in their name
 *
 * Packages of npm are installed into .cache/consumers and are no dependencies of the project.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Consumer, Tools } from './consumers/consumer.js'

const FOLDER = resolve('.cache/consumers')

const { values: options } = parseArgs({
  options: { npm: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})

const consumers = (await allConsumers()).filter(
  ({ name, debian = [] }) =>
    name.toLowerCase().includes(options.only.toLowerCase()) && !(options.npm && debian.length > 0),
)
installDebian([...new Set(consumers.flatMap(({ debian = [] }) => debian))])
installNpm(Object.assign({}, ...consumers.map(({ npm = {} }) => npm)) as Record<string, string>)

let failed = 0
for (const consumer of consumers) {
  const wrong = await resultOf(consumer)
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${consumer.name}`)
  for (const line of wrong.slice(0, 20)) console.log(`       ${line}`)
  if (wrong.length > 20) console.log(`       and ${String(wrong.length - 20)} more`)
  if (wrong.length > 0) failed++
}
console.log(
  `${String(consumers.length - failed)} of ${String(consumers.length)} consumers hold what they were sent.`,
)
if (failed > 0 || consumers.length === 0) process.exitCode = 1

/** Every file of the folder that exports `consumers`. */
async function allConsumers(): Promise<readonly Consumer[]> {
  const folder = resolve('scripts/consumers')
  const files = readdirSync(folder).filter((file) => file.endsWith('-consumers.ts'))
  const modules = await Promise.all(
    files
      .sort()
      .map(
        (file) =>
          import(pathToFileURL(join(folder, file)).href) as Promise<{ consumers: readonly Consumer[] }>,
      ),
  )
  return modules.flatMap((module) => module.consumers)
}

function installDebian(packages: readonly string[]): void {
  const missing = packages.filter(
    (name) =>
      !spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout.endsWith(
        'installed',
      ),
  )
  if (missing.length === 0) return
  console.log(`Installing with apt-get: ${missing.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = (): number | null =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      env,
      stdio: 'ignore',
    }).status
  if (install() === 0) return
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  if (install() !== 0)
    throw new Error(`apt-get could not install ${missing.join(', ')}; install them, or use --npm`)
}

function installNpm(packages: Readonly<Record<string, string>>): void {
  mkdirSync(FOLDER, { recursive: true })
  const missing = Object.entries(packages).filter(([name, version]) => installedVersion(name) !== version)
  if (missing.length === 0) return
  const specs = missing.map(([name, version]) => `${name}@${version}`)
  console.log(`Installing with npm into .cache/consumers: ${specs.join(', ')}`)
  if (!existsSync(join(FOLDER, 'package.json')))
    writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--save-exact', ...specs], {
    cwd: FOLDER,
    stdio: 'inherit',
  })
}

function installedVersion(name: string): string | undefined {
  const file = join(FOLDER, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return undefined
  return (createRequire(import.meta.url)(file) as { version: string }).version
}

async function resultOf(consumer: Consumer): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'))
  const tools: Tools = {
    folder,
    load: (name) => import(pathToFileURL(createRequire(join(FOLDER, 'x.js')).resolve(name)).href),
    run: (program, args, input) => run(program, args, folder, input),
  }
  try {
    return await consumer.check(tools)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function run(program: string, args: readonly string[], cwd: string, input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input !== undefined && { input }),
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr.trim()}`)
  return stdout
}
