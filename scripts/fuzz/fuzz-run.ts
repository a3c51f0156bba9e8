import { isOrgError } from 'rolegraph'
import type { ImportResult } from 'rolegraph/import'
import type { FuzzFormat, FuzzInput } from './fuzz-format.js'
import { inputAt } from './input-at.js'
import { pollution } from './prototypes.js'
import { resultFlaw } from './result-flaw.js'

const SECOND = 1000

/** An input on which an importer breaks its contract. */
export interface Finding {
  readonly index: number
  readonly what: string
}

/** The outcome of some inputs of a format. */
export interface FuzzRun {
  inputs: number
  accepted: number
  refused: number
  /** How often a mistake in the options was refused, as it must be. */
  mistakes: number
  /** How often something else than an `OrgError` was thrown, or an `OrgError` because of the data. */
  throws: number
  /** The input that took longest, in milliseconds. */
  slowest: number
  slowestIndex: number
  readonly findings: Finding[]
}

export function emptyRun(): FuzzRun {
  return {
    inputs: 0,
    accepted: 0,
    refused: 0,
    mistakes: 0,
    throws: 0,
    slowest: 0,
    slowestIndex: -1,
    findings: [],
  }
}

/** Which inputs are read. */
export interface FuzzSettings {
  readonly seed: number
  readonly from: number
  readonly count: number
  /** When to end, whatever is left. */
  readonly milliseconds?: number
  /** No input takes longer, in milliseconds. */
  readonly longest?: number
}

/** Reads the inputs from a number on, until the count or the time is reached. */
export function fuzzRun(format: FuzzFormat, settings: FuzzSettings): FuzzRun {
  const { seed, from, count, milliseconds = Infinity, longest = SECOND } = settings
  const run = emptyRun()
  const end = performance.now() + milliseconds
  for (let index = from; index < from + count; index++) {
    if (performance.now() > end) break
    const what = fuzzOne(format, inputAt(format, seed, index), index, longest, run)
    if (what !== undefined) run.findings.push({ index, what })
    if (run.findings.length === MOST_FINDINGS) break
  }
  return run
}

const MOST_FINDINGS = 20

/** Reads one input; returns what is wrong with the outcome. */
function fuzzOne(
  format: FuzzFormat,
  input: FuzzInput,
  index: number,
  longest: number,
  run: FuzzRun,
): string | undefined {
  run.inputs++
  const start = performance.now()
  const outcome = outcomeOf(() => format.safeParse(input.source, input.options))
  const took = performance.now() - start
  if (took > run.slowest) [run.slowest, run.slowestIndex] = [took, index]
  const flaw = pollution(index % SELDOM === 0) ?? flawOf(format, input, outcome, run)
  if (flaw !== undefined || took <= longest) return flaw
  // Again by processor time, since the machine may have been busy.
  const needed = processorTimeOf(() => outcomeOf(() => format.safeParse(input.source, input.options)))
  return needed > longest ? `it takes ${needed.toFixed(0)} ms` : undefined
}

function flawOf(
  format: FuzzFormat,
  input: FuzzInput,
  outcome: Outcome<ImportResult>,
  run: FuzzRun,
): string | undefined {
  if ('error' in outcome) {
    if (isMistake(outcome.error)) {
      run.mistakes++
      return undefined
    }
    run.throws++
    return `safeParse threw: ${textOf(outcome.error)}`
  }
  const result = outcome.value
  run[result.ok ? 'accepted' : 'refused']++
  const flaw = outcomeOf(() => resultFlaw(result, input.options['mode'] === 'lenient'))
  if ('error' in flaw) return `a query threw: ${textOf(flaw.error)}`
  return flaw.value ?? (run.inputs % SELDOM === 0 ? throwingFlaw(format, input, result, run) : undefined)
}

/** Checks the throwing parse now and then: it is made of the safe one. */
function throwingFlaw(
  format: FuzzFormat,
  input: FuzzInput,
  result: ImportResult,
  run: FuzzRun,
): string | undefined {
  const outcome = outcomeOf(() => format.parse(input.source, input.options))
  if (!('error' in outcome)) return result.ok ? undefined : 'parse gives an org where safeParse gives none'
  if (result.ok || !isOrgError(outcome.error, 'INVALID_ORG')) {
    run.throws++
    return `parse threw: ${textOf(outcome.error)}`
  }
  const { issues } = outcome.error.details
  return issues.length === result.issues.length ? undefined : 'parse throws other issues than safeParse gives'
}

const SELDOM = 8

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown }

function outcomeOf<Value>(run: () => Value): Outcome<Value> {
  try {
    return { value: run() }
  } catch (error) {
    return { error }
  }
}

/** In milliseconds. */
function processorTimeOf(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function isMistake(error: unknown): boolean {
  return isOrgError(error, 'INVALID_OPTION') || isOrgError(error, 'INVALID_ARGUMENT')
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
