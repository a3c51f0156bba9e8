import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FILES_WITH_REPOSITORY, PLACEHOLDER, repositoriesIn } from '../../scripts/repository.js'
import { SUPPORTED_NODES } from '../../scripts/supported-nodes.js'

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly node: readonly string[] } }
        readonly permissions?: object
      }
    >
  >
}

describe('the supported versions of Node', () => {
  it('begin with that of engines', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    expect(engines.node).toBe(`>=${SUPPORTED_NODES[0]}`)
  })

  it('are those that CI runs', () => {
    const { jobs } = parse(read('.github/workflows/ci.yml')) as Workflow
    expect(jobs['run'].strategy?.matrix.node).toEqual(SUPPORTED_NODES)
    const [, versions] = /^for version in (.*); do$/m.exec(read('.ci/full')) ?? []
    expect(versions.split(' ').map((version) => version.replace(/^20\.19\.0$/, '20.19'))).toEqual(
      SUPPORTED_NODES,
    )
  })

  it('are those that the guide states', () => {
    const rows = Array.from(
      read('docs/support.md').matchAll(/^\| Node ([\d.]+) +\|/gm),
      ([, version]) => version,
    )
    expect(rows).toEqual(SUPPORTED_NODES)
  })
})

describe('the address of the repository', () => {
  it.each(FILES_WITH_REPOSITORY)('is the same in %s as everywhere, or not filled in anywhere', (file) => {
    const expected = repositoriesIn(read('package.json'))
    expect(expected).toHaveLength(1)
    expect(repositoriesIn(read(file))).toEqual(expected)
  })

  it('is recognised', () => {
    const text = `git+${PLACEHOLDER}.git, ${PLACEHOLDER}/issues and https://github.com/acme/rolegraph#readme`
    expect(repositoriesIn(text)).toEqual([PLACEHOLDER, 'https://github.com/acme/rolegraph'])
  })
})

describe('the release', () => {
  it('is published with provenance, by a job that may do nothing else', () => {
    const text = read('.github/workflows/release.yml')
    const { jobs } = parse(text) as Workflow
    expect(jobs['release'].permissions).toEqual({
      contents: 'write',
      'pull-requests': 'write',
      'id-token': 'write',
    })
    expect(text).toContain("NPM_CONFIG_PROVENANCE: 'true'")
  })

  it('has workflows, templates and changesets that parse', () => {
    const folders = ['.github/workflows', '.github/ISSUE_TEMPLATE']
    for (const folder of folders) {
      for (const file of readdirSync(resolve(import.meta.dirname, '../..', folder))) {
        expect(parse(read(`${folder}/${file}`)), file).toBeTypeOf('object')
      }
    }
    expect(JSON.parse(read('.changeset/config.json'))).toMatchObject({ access: 'public' })
  })

  it('finds the entries right below the title, where changesets adds its own', () => {
    expect(read('CHANGELOG.md')).toMatch(/^# Changelog\n\n## /)
  })
})
