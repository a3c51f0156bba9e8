import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('routes purchases, and says who can become Chief Project Officer', () => {
  const command = [
    'node_modules/tsx/dist/cli.mjs',
    '--tsconfig',
    'tsconfig.json',
    'examples/purchase-approval.ts',
  ]
  const printed = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const lines = printed.replaceAll(/\u001b\[\d+m/g, '').split('\n')
  const after = (line: string): string | undefined => lines[lines.indexOf(line) + 1]?.trim()

  expect(after('buyer, 4000 EUR on 2026-08-10')).toMatch(/^'Gus' as 'cfo' approves: .*stands in for 'Fay'/)
  expect(after('ceo, 50 EUR on 2026-07-01')).toBe("Nobody can approve: nobody is above 'ceo'.")
  expect(after('What the policy lacks')).toBe(
    "Under the rule 'chain', nobody can approve an unlimited amount for 'ceo' (top)",
  )
  expect(after('Who can become Chief Project Officer')).toBe('PMO Director: 5 years at least, 1 move')
  expect(after('PMO Director: 5 years at least, 1 move')).toBe('PfMP; the organisation has the role')
  expect(after('Roles that nobody could take over')).toMatch(
    /: in \d+ kinds of office, such as supportive and controlling$/,
  )
  expect(after('PMO Manager: 8 years at least, 2 moves')).toBe('PgMP; PfMP; the organisation has the role')
})
