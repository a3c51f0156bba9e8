/** Packs what npm would publish into .cache/package/rolegraph.tgz and checks its contents. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'

const folder = '.cache/package'
const tarball = `${folder}/rolegraph.tgz`

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

function pack(): Packed {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  // npm prints a list of packages; newer versions print an object of them by name.
  const [packed] = Object.values(JSON.parse(output) as Record<string, Packed>)
  renameSync(`${folder}/${packed.filename}`, tarball)
  return packed
}

function problemsOf(paths: readonly string[]): string[] {
  const allowed = new RegExp(
    [
      String.raw`^(dist/[\w-]+\.(js|cjs|d\.ts|d\.cts)`,
      String.raw`schema/(org|changes|approval)\.schema\.json`,
      String.raw`docs/(recipes/)?[\w-]+\.md`,
      String.raw`docs/gallery/office(-changes)?\.svg`,
      String.raw`examples/((support|data|server)/)?[\w.-]+\.(ts|json|csv|md)`,
      String.raw`examples/data/unidays-ladder/[\w./-]+\.json`,
      String.raw`package\.json|README\.md|LICENSE)$`,
    ].join('|'),
  )
  const problems = paths.filter((path) => !allowed.test(path)).map((path) => `${path} is packed`)
  for (const path of [
    'package.json',
    'README.md',
    'LICENSE',
    'dist/index.js',
    'dist/index.cjs',
    'dist/cli.js',
    'docs/api.md',
    'docs/recipes/README.md',
    'examples/people.ts',
  ]) {
    if (!paths.includes(path)) problems.push(`${path} is not packed`)
  }
  return problems
}

/** Two copies of a class in one format would not know each other's instances. */
function copyProblems(extension: string): string[] {
  const files = readdirSync('dist').filter((file) => file.endsWith(extension))
  return ['OrgError', 'SealedOrg', 'OrgState'].flatMap((name) => {
    const definition = new RegExp(`\\bclass ${name}\\b|\\b${name} ?= ?class\\b`, 'g')
    const found = files.flatMap((file) =>
      [...readFileSync(`dist/${file}`, 'utf8').matchAll(definition)].map(() => file),
    )
    return found.length === 1
      ? []
      : [`${name} is defined ${found.length} times in *${extension}: ${found.join(', ')}`]
  })
}

/** What an install downloads: code in two formats with declarations, and some 210 kB of guides and examples. */
const MAX_SIZE = 1_776_000

const { files, size } = pack()
const paths = files.map(({ path }) => path)
const problems = [
  ...(size > MAX_SIZE ? [`the package has more than ${MAX_SIZE / 1000} kB`] : []),
  ...problemsOf(paths),
  ...copyProblems('.js'),
  ...copyProblems('.cjs'),
]
console.log(`packed ${tarball}: ${(size / 1000).toFixed(1)} kB, ${paths.length} files: ${paths.join(', ')}`)
for (const problem of problems) console.log(`PROBLEM: ${problem}`)
if (problems.length > 0) process.exitCode = 1
