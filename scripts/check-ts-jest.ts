/**
 * Runs a test with ts-jest in a separate project that has the packed tarball, under `moduleResolution: node10`, as older
 * projects have it: the types and the code of every subpath are found. Run scripts/pack.ts first.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const tarball = resolve('.cache/package/rolegraph.tgz')
const project = mkdtempSync(join(tmpdir(), 'rolegraph-ts-jest-'))

const TEST = `
import { defineOrg, managerOf, rolesOf } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { handleOf } from 'rolegraph/handles'
import { toHtml } from 'rolegraph/html'
import { parseCsv } from 'rolegraph/import'
import 'rolegraph/jest'
import { pmoOrg } from 'rolegraph/pmo'
import { toText } from 'rolegraph/render'
import { makeOrg } from 'rolegraph/testing'
import { expect, test } from '@jest/globals'

test('every subpath', () => {
  const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
  expect(org).toReportTo('analyst', 'lead')
  expect(managerOf(parseCsv('id,manager\\n1,\\n2,1\\n'), '2')).toBe('1')
  expect(toText(org)).toContain('analyst')
  expect(toHtml(org)).toContain('analyst')
  expect(Object.keys(toOrgDocument(org).roles)).toEqual(['lead', 'analyst'])
  const made = makeOrg({ roles: 30 })
  expect(handleOf(made, rolesOf(made)[29])).toBe(29)
  expect(pmoOrg({ authority: 'directive' })).toBeValidOrg()
  // @ts-expect-error there is no role analist
  expect(() => managerOf(org, 'analist')).toThrow()
})
`

function run(command: string, ...options: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: project, encoding: 'utf8' })
  if (status !== 0) throw new Error(`FAILED: ${command} ${options.join(' ')}\n${stdout}${stderr}`)
  return stdout + stderr
}

const compilerOptions = {
  strict: true,
  module: 'CommonJS',
  moduleResolution: 'node10',
  target: 'ES2022',
  esModuleInterop: true,
  types: [],
}
try {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'older', private: true }))
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  writeFileSync(join(project, 'jest.config.json'), JSON.stringify({ preset: 'ts-jest' }))
  writeFileSync(join(project, 'org.test.ts'), TEST)
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  run('npm', 'install', ...quiet, tarball, 'jest@30', '@jest/globals@30', 'ts-jest@29', 'typescript@5.9')
  const output = run('npx', 'jest')
  if (!output.includes('1 passed')) throw new Error(`ts-jest ran no test:\n${output}`)
  console.log('ok: ts-jest with moduleResolution node10 finds every subpath')
} finally {
  rmSync(project, { recursive: true, force: true })
}
