import { isPlainObject } from '../../internal.js'
import type { Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import type { World } from '../world.js'

/** A chart to start from, in JSON, which needs no other package. */
const CHART = `${JSON.stringify(
  {
    rolegraph: 1,
    roles: {
      director: { title: 'PMO Director', grade: 8, holders: ['Ada'] },
      manager: { title: 'PMO Manager', grade: 6, reportsTo: 'director', progressesTo: 'director' },
      analyst: { title: 'PMO Analyst', grade: 4, reportsTo: 'manager', progressesTo: 'manager' },
      coordinator: { title: 'PMO Coordinator', grade: 3, reportsTo: 'manager', progressesTo: 'analyst' },
    },
  },
  null,
  2,
)}\n`

const POLICY = `${JSON.stringify(
  {
    rules: {
      'one top': { rule: 'oneTop', because: 'A second top is usually a role whose manager nobody entered.' },
      'span of control': {
        rule: 'maxSpan',
        max: 12,
        because: 'A manager with many reports has no time for each of them.',
      },
      'grades rise': { rule: 'gradeAboveReports', because: 'Someone who decides on pay has a higher grade.' },
    },
  },
  null,
  2,
)}\n`

const TEST = `import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isAbove, managerOf } from 'rolegraph'
import { parseOrgDocument } from 'rolegraph/import'

const org = parseOrgDocument(readFileSync(new URL('org.json', import.meta.url)))

test('the analyst reports to the manager', () => {
  assert.equal(managerOf(org, 'analyst'), 'manager')
})

test('the director is above everyone', () => {
  for (const role of ['manager', 'analyst', 'coordinator']) assert.ok(isAbove(org, 'director', role))
})
`

const WORKFLOW = `name: Org chart
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npm install
      - run: npx rolegraph check org.json --format github
      - run: node --test org-test.mjs
`

/** The name of the test is one that node:test finds by itself, and that vitest and Jest leave alone. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  ['org.json', CHART],
  ['rolegraph.policy.json', POLICY],
  ['org-test.mjs', TEST],
  ['.github/workflows/org-chart.yml', WORKFLOW],
]

/** Writes a chart, a policy, a test and a workflow to start from. A file that exists is left as it is. */
export const init: Command = ({ world }) => {
  let kept = 0
  for (const [path, text] of FILES) {
    const isNew = world.files.create(path, text)
    if (!isNew) kept++
    world.output.write(isNew ? `wrote ${path}\n` : `kept ${path}, which exists\n`)
  }
  if (kept < FILES.length) {
    const steps = ['npx rolegraph check org.json', 'node --test org-test.mjs']
    if (!isInstalled(world)) steps.unshift('npm install --save-dev rolegraph')
    world.output.write(`Next:\n${steps.map((step) => `  ${step}\n`).join('')}`)
  }
  return Promise.resolve(kept === 0 ? EXIT.sound : EXIT.findings)
}

/** Whether the project depends on rolegraph, which the test imports. */
function isInstalled({ files }: World): boolean {
  if (files.facts('package.json')?.isRegular !== true) return false
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(files.read('package.json')))
    return ['dependencies', 'devDependencies'].some((name) => {
      const packages: unknown = isPlainObject(manifest) ? Reflect.get(manifest, name) : undefined
      return isPlainObject(packages) && Object.hasOwn(packages, 'rolegraph')
    })
  } catch {
    return false
  }
}
