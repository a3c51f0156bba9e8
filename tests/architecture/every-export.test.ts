import { readFileSync } from 'node:fs'
import { isOrgError, type OrgError } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { CALLS, NOT_CALLED, type RightCall } from './calls-of-exports.js'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>
}
const entries = Object.keys(manifest.exports)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => name.replace('.', 'rolegraph'))
  // Can be imported in Jest only. It exports what rolegraph/vitest does, as public-api.txt shows.
  .filter((name) => name !== 'rolegraph/jest')

type AnyFunction = (...args: readonly unknown[]) => unknown

interface Export extends RightCall {
  readonly name: string
  readonly call: AnyFunction
}

const exported: (readonly [name: string, value: unknown, call: RightCall | undefined])[] = []
for (const entry of entries) {
  const module = (await import(/* @vite-ignore */ entry)) as Readonly<Record<string, unknown>>
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === 'function') exported.push([`${entry} ${name}`, value, CALLS[entry]?.[name]])
  }
}
const functions: readonly Export[] = exported.flatMap(([name, value, call]) =>
  call === undefined ? [] : [{ name, call: value as AnyFunction, ...call }],
)
const withOptions = functions.filter(({ options }) => options !== undefined)

class Custom {
  readonly field = 1
}

/** What a caller in JavaScript may pass by mistake. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  10n,
  '',
  'nobody',
  '__proto__',
  Symbol('wrong'),
  [],
  [null],
  [undefined, Symbol('wrong')],
  ['nobody', 7],
  [[]],
  {},
  { nobody: null },
  Object.create(null),
  new Custom(),
  new Date(0),
  new Map([['lines', 'all']]),
  new Set(['nobody']),
  new Uint8Array(2),
  /wrong/,
  // No class among them: a function that the caller gives may throw what it likes, and its errors are passed on.
  () => undefined,
]

/** Calls a function and reads what it gives, as far as a user would. Returns what was thrown. */
async function thrownBy(call: AnyFunction, args: readonly unknown[]): Promise<unknown> {
  try {
    const answer = await call(...args)
    // A generator that has checked nothing yet would throw at its first step.
    if (typeof answer === 'object' && answer !== null && Symbol.iterator in answer) {
      const items = (answer as Iterable<unknown>)[Symbol.iterator]()
      for (let read = 0; read < 3; read++) if (items.next().done === true) break
    }
    return undefined
  } catch (error) {
    return error
  }
}

/** Every way in which a right call can go wrong in one argument, with the argument named. */
function* wrongCalls({ args }: Export): Generator<readonly [what: string, args: readonly unknown[]]> {
  for (let position = 0; position <= args.length; position++) {
    for (const wrong of WRONG) {
      yield [`argument ${String(position)}: ${textOf(wrong)}`, args.toSpliced(position, 1, wrong)]
    }
    yield [`the first ${String(position)} arguments`, args.slice(0, position)]
  }
  for (const wrong of WRONG) yield [`all arguments: ${textOf(wrong)}`, [wrong, wrong, wrong, wrong]]
}

function textOf(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? `[${value.map(textOf).join(', ')}]` : Object.prototype.toString.call(value)
}

/** The error for an option that does not exist, which lists those that do. */
async function unknownOption({
  call,
  args,
  options = 0,
}: Export): Promise<OrgError<'INVALID_OPTION'> | undefined> {
  const base: unknown = args[options]
  const misspelt = { ...(typeof base === 'object' ? base : {}), nosuchOption: 1 }
  const padded = Array.from({ length: options }, (_, position) => args[position])
  const thrown = await thrownBy(call, [...padded, misspelt])
  return isOrgError(thrown, 'INVALID_OPTION') && thrown.details.option === 'nosuchOption' ? thrown : undefined
}

describe('every exported function', () => {
  it('is in the table of right calls, and nothing else is', () => {
    const unknown = exported.filter(([name, , call]) => call === undefined && !NOT_CALLED.has(name))
    expect(unknown.map(([name]) => name)).toEqual([])
    const names = new Set(exported.map(([name]) => name))
    const listed = Object.entries(CALLS).flatMap(([entry, calls = {}]) =>
      Object.keys(calls).map((name) => `${entry} ${name}`),
    )
    expect([...listed, ...NOT_CALLED].filter((name) => !names.has(name))).toEqual([])
    expect(Object.keys(CALLS).toSorted()).toEqual(entries.toSorted())
  })

  it.each(functions)('takes the right call: $name', async ({ call, args }) => {
    expect(await thrownBy(call, args)).toBeUndefined()
  })
})

describe('every exported function with options', () => {
  it.each(withOptions)('refuses an unknown option: $name', async (each) => {
    expect((await unknownOption(each))?.message).toContain('nosuchOption')
  })

  it.each(withOptions)('refuses what is not an object: $name', async ({ call, args, options = 0 }) => {
    const padded = Array.from({ length: options }, (_, position) => args[position])
    for (const wrong of ['all', 7, null, true, ['all'], Symbol('all'), () => 'all']) {
      const thrown = await thrownBy(call, [...padded, wrong])
      // A first argument that is not an object is a wrong argument.
      const code = isOrgError(thrown) ? thrown.code : textOf(thrown)
      expect([code, textOf(wrong)]).toEqual([
        expect.stringMatching(/^INVALID_(OPTION|ARGUMENT)$/),
        textOf(wrong),
      ])
    }
  })

  it.each(withOptions)(
    'throws nothing but an OrgError for a wrong value of an option: $name',
    async (each) => {
      const { call, args, options = 0 } = each
      const base: unknown = args[options]
      const padded = Array.from({ length: options }, (_, position) => args[position])
      const known = (await unknownOption(each))?.details.allowed.split(', ') ?? []
      const failures: string[] = []
      for (const option of known) {
        for (const wrong of WRONG) {
          const given = { ...(typeof base === 'object' ? base : {}), [option]: wrong }
          const thrown = await thrownBy(call, [...padded, given])
          if (thrown !== undefined && !isOrgError(thrown))
            failures.push(`${option}: ${textOf(wrong)}: ${textOf(thrown)}`)
        }
      }
      expect(failures).toEqual([])
    },
  )
})

describe('from plain JavaScript', () => {
  it.each(functions)('a wrong argument throws nothing but an OrgError: $name', async (each) => {
    const failures: string[] = []
    for (const [what, args] of wrongCalls(each)) {
      const thrown = await thrownBy(each.call, args)
      if (thrown !== undefined && !isOrgError(thrown)) failures.push(`${what}: ${textOf(thrown)}`)
    }
    expect(failures).toEqual([])
  })
})
