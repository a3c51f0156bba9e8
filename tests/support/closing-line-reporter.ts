import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/**
 * Ends a run with `N passed, N failed` alone on a line, for readers of only that line. Type tests count
 * like the others. Anything that fails the run without a failed test (a file that does not load, a hook, an
 * uncaught error) counts as one failure.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const counts: Counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) countModule(module, counts)
    // An interrupted run, or one without tests, has no failed test and must not look like a success.
    if (counts.failed === 0 && (reason !== 'passed' || counts.passed === 0)) counts.failed = 1
    if (counts.failed > 0) process.exitCode ||= 1
    const skipped = counts.skipped === 0 ? '' : `, ${String(counts.skipped)} skipped`
    process.stdout.write(`${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}\n`)
  }
}

function countModule(module: TestModule, counts: Counts): void {
  counts.failed += module.errors().length
  for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    // Nor is a test that never finished a success.
    counts[state === 'pending' ? 'failed' : state]++
  }
}
