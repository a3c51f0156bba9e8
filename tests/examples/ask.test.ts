import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('asks in words, and prints what the charts say', () => {
  const command = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.json', 'examples/ask.ts']
  const printed = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const lines = printed.replaceAll(/\u001b\[\d+m/g, '').split('\n')
  const after = (question: string): string | undefined => lines[lines.indexOf(question) + 1]?.trim()

  expect(after('Path from Coordinator to CPO')).toBe(
    'Coordinator → PMO Manager → PMO Director → Chief Project Officer (3 moves, 12 to 19 years).',
  )
  expect(after('How do I get from coordinator to CPO by the fewest years?')).toBe(
    'Coordinator → PMO Analyst → PMO Manager → PMO Director → Chief Project Officer (4 moves, 11 to 20 years).',
  )
  expect(after("Who's the analyst's boss?")).toBe('PMO Analyst reports to PMO Manager (Ben King).')
  expect(after('Who reports to Ada?')).toBe('Ben King reports to Ada Lovelace.')
  expect(after('Which positions are vacant?')).toBe('Vacant: Coordinator.')
  expect(after('Who should the analyst report to?')).toBe(
    'The question is understood except for “Who should”.',
  )
  expect(after('Which is higher, PMO or PM?')).toMatch(/^Typically the PMO/)
  expect(after('Who does a project manager report to?')).toMatch(/^It depends on the kind of office\./)
  expect(after('Path from PMO Coordinator to CPO')).toBe(
    'PMO Coordinator → PMO Manager → PMO Director → Chief Project Officer (3 moves, 12 years or more).',
  )
})
