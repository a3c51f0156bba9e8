import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  parseCsv,
  parseGoogleDirectory,
  parseMicrosoftGraph,
  parseOrganogram,
  parseOrgDocument,
  parseRecords,
  parseScim,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { CSV_PARTS } from '../../src/import/csv/csv-options.js'
import { PLAIN, PRODUCTS } from '../../src/import/csv/csv-products.js'
import { DEFAULT_LIMITS } from '../../src/import/input/limits.js'
import { thrownBy } from '../support/thrown-by.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const guide = readFileSync(`${root}docs/import.md`, 'utf8')

const QUOTED = /'([A-Z]+(?:_[A-Z]+)+)'/g

/** The codes that begin a row of a table. */
const described = Array.from(guide.matchAll(/^\| `([A-Z_]+)` /gm), ([, code]) => code)

const DECLARATIONS = /issue-code\.ts$|kernel\/issue\.ts$/

/** The texts in capitals in the sources of a folder: in those that declare codes, or in all others. */
function codesIn(folder: string, areDeclared: boolean): readonly string[] {
  const files = readdirSync(`${root}src/${folder}`, { recursive: true, encoding: 'utf8' })
  return files
    .map((file) => `src/${folder}/${file}`)
    .filter((file) => file.endsWith('.ts') && DECLARATIONS.test(file) === areDeclared)
    .flatMap((file) => Array.from(readFileSync(root + file, 'utf8').matchAll(QUOTED), ([, code]) => code))
}

describe('the guide to importers', () => {
  it('describes each code that an importer or making an org can give once, and no other', () => {
    const codes = new Set([...codesIn('kernel', true), ...codesIn('import', true)])
    // Other words in capitals are errors of the caller, and words in files.
    const given = new Set([...codesIn('import', false), ...codesIn('define', false)])
    expect(described.toSorted()).toEqual([...given].filter((code) => codes.has(code)).toSorted())
  })

  it.each(Object.entries<number>({ ...DEFAULT_LIMITS }))(
    'has the limit %s and its default %d',
    (name, limit) => {
      expect(guide).toMatch(new RegExp(`^\\| \`${name}\` .*\\| ${limit.toLocaleString('en')} +\\|$`, 'm'))
    },
  )

  it.each(CSV_PARTS)('has every header of the part %s', (part) => {
    const row = new RegExp(`^\\| \`${part}\` .*$`, 'm').exec(guide)?.[0] ?? ''
    const headers = Array.from(
      row
        .split('|')
        .at(-2)
        ?.matchAll(/`([^`]+)`/g) ?? [],
      ([, header]) => header,
    )
    expect(headers.filter((header) => header !== 'columns')).toEqual(PLAIN.columns?.[part] ?? [])
  })

  it.each(PRODUCTS.map((product) => [product.name, product] as const))(
    'has all headers of %s',
    (name, product) => {
      const row = new RegExp(`^\\| ${name} .*$`, 'm').exec(guide)?.[0] ?? ''
      const headers = [
        ...product.signs.flat(),
        ...(product.pairs ?? []).flatMap(({ id, manager }) => [id, manager]),
        ...(product.tops ?? []),
      ]
      for (const header of headers) expect(row).toContain(`\`${header}\``)
      const known = Object.values(product.columns ?? {}).flat()
      for (const header of known) expect(guide).toMatch(new RegExp(`\`${header}\``, 'i'))
    },
  )

  it.each([
    ['parseCsv', (options: object) => parseCsv('', options)],
    ['parseOrganogram', (options: object) => parseOrganogram('', options)],
    ['parseOrgDocument', (options: object) => parseOrgDocument('', options)],
    ['parseMicrosoftGraph', (options: object) => parseMicrosoftGraph('', options)],
    ['parseRecords', (options: object) => parseRecords('', options)],
    ['parseScim', (options: object) => parseScim('', options)],
    ['parseGoogleDirectory', (options: object) => parseGoogleDirectory('', options)],
  ] as const)('has every option of %s', (name, parse) => {
    expect(guide).toContain(`\`${name}\``)
    const { allowed } = thrownBy(() => parse({ mispelt: 1 })).details as {
      readonly allowed: string
    }
    const text = guide + readFileSync(`${root}docs/org-document.md`, 'utf8')
    for (const option of allowed.split(', ')) expect(text).toMatch(new RegExp(`\\b${option}\\b`))
  })
})
