import { formatWithOptions, inspect, type InspectOptions } from 'node:util'
import { runInThisContext } from 'node:vm'
import type { Fence } from './extract-fences.js'
import { type Expectation, fenceScript } from './fence-script.js'

/** How Node's console prints: on one line, on one line if short, and in a terminal of 80 columns. */
const WAYS_TO_PRINT: readonly InspectOptions[] = [
  { breakLength: Infinity, compact: true },
  { breakLength: Infinity },
  {},
]

/** Tests that a fence defines run immediately, as parts of the test that runs the fence. */
class DefinedTests {
  readonly #running: unknown[] = []

  readonly test = (_name: string, run: () => unknown): void => {
    this.#running.push(run())
  }

  /** A runner with these functions instead of its own; any other module as it is. */
  inPlaceOf(specifier: string, module: object): object {
    const isRunner = specifier === 'vitest' || specifier === 'node:test'
    return isRunner ? { ...module, test: this.test, it: this.test } : module
  }

  async finished(): Promise<void> {
    await Promise.all(this.#running)
  }
}

/** Jest's own modules load only in Jest; a project that installs the package runs the same fence there. */
const OUTSIDE_OF_JEST: ReadonlyMap<string, string> = new Map([
  ['@jest/globals', 'vitest'],
  ['rolegraph/jest', 'rolegraph/vitest'],
])

type Runner = (
  require: (specifier: string) => unknown,
  exports: object,
  console: { log: () => void },
  log: (site: number) => (...shown: unknown[]) => void,
  value: (site: number, given: unknown) => unknown,
) => Promise<void>

/** Runs a fence and lists where its results differ from its comments. */
export async function runFence(fence: Fence): Promise<string[]> {
  const { expectations, imports, javascript } = fenceScript(fence.code)
  const modules = new Map<string, unknown>()
  const tests = new DefinedTests()
  for (const specifier of imports) {
    const loaded = OUTSIDE_OF_JEST.get(specifier) ?? specifier
    const module = (await import(/* @vite-ignore */ loaded)) as object
    modules.set(specifier, { ...tests.inPlaceOf(loaded, module), __esModule: true })
  }
  const seen = expectations.map((): unknown[][] => [])
  // Compiled under the name of the fence, so that the stack of an error points to it.
  const run = runInThisContext(`(async (require, exports, console, __log, __value) => {${javascript}\n})`, {
    filename: `${fence.file}:${fence.line}`,
  }) as Runner
  await run(
    (specifier) => modules.get(specifier),
    {},
    { log: () => undefined },
    (site) =>
      (...shown) => {
        seen[site].push(shown)
      },
    (site, given) => {
      seen[site].push([given])
      return given
    },
  )
  await tests.finished()
  return expectations.flatMap((expectation, site) => mismatch(fence, expectation, seen[site]))
}

function mismatch(fence: Fence, { line, expected, kind }: Expectation, seen: readonly unknown[][]): string[] {
  const text = expected.map((row) => row.trimEnd()).join('\n')
  const ways = WAYS_TO_PRINT.map((way) =>
    seen
      .map((shown) => (kind === 'log' ? formatWithOptions(way, ...shown) : inspect(shown[0], way)))
      .join('\n')
      .replace(/[^\S\n]+$/gm, ''),
  )
  if (seen.length > 0 && ways.includes(text)) return []
  const found = seen.length === 0 ? 'nothing (it was not reached)' : ways[0]
  return [`${fence.file}:${fence.line + line} expected ${text}, found ${found}`]
}
