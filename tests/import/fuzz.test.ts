import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../scripts/fuzz/formats.js'
import type { FuzzFormat } from '../../scripts/fuzz/fuzz-format.js'
import { fuzzRun } from '../../scripts/fuzz/fuzz-run.js'
import { inputAt } from '../../scripts/fuzz/input-at.js'

/** No limit: `npm run fuzz` measures the time, here the machine may be busy with other tests. */
const untimed = { seed: 20_260_101, from: 0, longest: Infinity }

describe('importers, fed mutated fixtures', () => {
  it.each([...FORMATS.keys()])('hold their contract: %s', (name) => {
    const format = FORMATS.get(name)?.()
    if (format === undefined) throw new Error(name)
    const run = fuzzRun(format, { ...untimed, count: 300 })
    expect(run.findings).toEqual([])
    expect(run.inputs).toBe(300)
    // Otherwise the inputs would be too broken, or not broken enough.
    expect(run.accepted).toBeGreaterThan(10)
    expect(run.refused).toBeGreaterThan(10)
  })
})

describe('the fuzzer', () => {
  const csv: FuzzFormat = {
    name: 'csv',
    options: {},
    text: (random) => ({ text: `id,manager\na${random.below(9)},\n` }),
    safeParse: (source, options) => safeParseCsv(source, options),
    parse: (source, options) => parseCsv(source, options),
  }
  const findingOf = (flaw: Partial<FuzzFormat>): string | undefined =>
    fuzzRun({ ...csv, ...flaw }, { ...untimed, count: 200 }).findings[0]?.what

  it('finds nothing in an importer without a flaw', () => {
    expect(findingOf({})).toBeUndefined()
  })

  it('finds a parse that throws another error, or returns what the safe one refuses', () => {
    const throwing = (): never => {
      throw new Error('mine')
    }
    expect(findingOf({ parse: throwing })).toMatch(/^parse threw: Error: mine/)
    const refusing: FuzzFormat['safeParse'] = () => safeParseCsv('')
    expect(findingOf({ safeParse: refusing })).toBe('parse gives an org where safeParse gives none')
  })

  it.each<[what: string, finding: RegExp, flaw: FuzzFormat['safeParse']]>([
    [
      'throws because of the data',
      /^safeParse threw: RangeError: deep/,
      () => {
        throw new RangeError('deep')
      },
    ],
    [
      'writes to a prototype',
      /^Object\.prototype was written to: polluted$/,
      (source, options) => {
        Reflect.set(Object.prototype, 'polluted', true)
        return safeParseCsv(source, options)
      },
    ],
    [
      'changes what a prototype has',
      /^Map\.prototype\.get was changed$/,
      (source, options) => {
        const before = Map.prototype.get.bind(new Map())
        Reflect.set(Map.prototype, 'get', before)
        return { ok: false, org: undefined, issues: [...safeParseCsv(source, options).issues] }
      },
    ],
    ['gives no org and no reason', /^there is no org, and no error says why$/, () => NOTHING],
    [
      'gives issues that can be changed',
      /^the issues can be changed$/,
      () => ({ ok: false, org: undefined, issues: [] }),
    ],
    [
      'gives an issue that can be changed',
      /^an issue can be changed$/,
      (source, options) => {
        const { issues } = safeParseCsv(`x${String(source)}`, { ...options, limits: {} })
        return { ok: false, org: undefined, issues: Object.freeze(issues.map((issue) => ({ ...issue }))) }
      },
    ],
  ])('finds an importer that %s', (_what, finding, safeParse) => {
    const get = Reflect.getOwnPropertyDescriptor(Map.prototype, 'get') ?? {}
    try {
      expect(findingOf({ safeParse })).toMatch(finding)
    } finally {
      Reflect.defineProperty(Map.prototype, 'get', get)
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('finds an importer that is slow', () => {
    const safeParse: FuzzFormat['safeParse'] = (source, options) => safeParseCsv(source, options)
    const { findings } = fuzzRun({ ...csv, safeParse }, { ...untimed, count: 1, longest: -1 })
    expect(findings[0]?.what).toMatch(/^it takes \d+ ms$/)
  })

  it('makes the same input from the same number, and different inputs from different numbers', () => {
    const format = FORMATS.get('scim')?.()
    if (format === undefined) throw new Error('scim')
    const inputs = [7, 7, 8].map((index) => inputAt(format, 3, index).source)
    expect(inputs[0]).toEqual(inputs[1])
    expect(inputs[0]).not.toEqual(inputs[2])
  })
})

const NOTHING = Object.freeze({ ok: false, org: undefined, issues: Object.freeze([]) } as const)
