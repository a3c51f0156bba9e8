import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { changeOrg, diffOrgs, figuresOf, invertChanges, linesOf, managerOf, rolesOf } from 'rolegraph'
import 'rolegraph/vitest'
import { describe, expect, it } from 'vitest'
import { before, changes } from '../../examples/support/nhs-england-2014.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = readFileSync(new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url))
const rows: Record<string, string>[] = parse(file, { columns: true })

/** The manager, the pay and whether somebody is there, of each post. */
interface Post {
  readonly manager: string
  readonly pay: number
  readonly isHeld: boolean
}

const was = new Map(
  rows.map((row): [string, Post] => [
    row['Post Unique Reference'] ?? '',
    {
      manager: row['Reports to Senior Post'] ?? '',
      pay: Number(row['Actual Pay Floor (£)']),
      isHeld: true,
    },
  ]),
)

/** The same once more by hand: what was reported, on the rows of the file. */
function afterwards(): Map<string, Post> {
  const posts = new Map(was)
  const set = (post: string, change: Partial<Post>): void => {
    posts.set(post, { manager: '', pay: 0, isHeld: false, ...posts.get(post), ...change })
  }
  for (const [post, { manager }] of was) {
    if (manager === '12732849') set(post, { manager: 'commissioning-strategy' })
    if (manager === '22730525') set(post, { manager: '20000031' })
  }
  set('12730525', { manager: 'commissioning-strategy' })
  set('commissioning-strategy', { manager: '12790058' })
  set('specialised-commissioning', { manager: '12783068' })
  for (const post of ['12965933', '12725892', '12696528']) set(post, { isHeld: false })
  posts.delete('12732849')
  posts.delete('22730525')
  return posts
}

function figures(posts: ReadonlyMap<string, Post>): object {
  const managers = new Set(Array.from(posts.values(), ({ manager }) => manager))
  managers.delete('XX')
  const layerOf = (post: string): number => {
    const manager = posts.get(post)?.manager ?? 'XX'
    return manager === 'XX' ? 1 : layerOf(manager) + 1
  }
  return {
    roles: posts.size,
    layers: Math.max(...Array.from(posts.keys(), layerOf)),
    managers: managers.size,
    averageSpan: (posts.size - 1) / managers.size,
    seats: [...posts.values()].filter(({ isHeld }) => isHeld).length,
    cost: [...posts.values()].reduce((sum, { pay }) => sum + pay, 0),
  }
}

const { org: after, effects } = changeOrg(before, changes)

describe('the reorganisation of NHS England', () => {
  it('gives the chart that the same by hand gives', () => {
    const posts = afterwards()
    expect(rolesOf(after).toSorted()).toEqual([...posts.keys()].toSorted())
    for (const [post, { manager }] of posts) expect(managerOf(after, post) ?? 'XX').toBe(manager)
    expect(linesOf(after, '20000031', { lines: 'dotted' })).toEqual([
      { from: '20000031', to: '12790058', kind: 'dotted', as: 'national director' },
    ])
  })

  it('has the figures that the rows give', () => {
    const { averageSpan, ...counts } = figuresOf(diffOrgs(before, after))
    const [old, now] = [figures(was), figures(afterwards())]
    for (const [name, value] of Object.entries(old) as [keyof typeof counts | 'averageSpan', number][]) {
      const figure = name === 'averageSpan' ? averageSpan : counts[name]
      expect(figure, name).toEqual({ before: value, after: Reflect.get(now, name) as number })
    }
    expect(now).toMatchObject({ roles: 293, layers: 6, managers: 57, seats: 288, cost: 30_125_000 })
  })

  it('says what it does besides: eleven posts get another manager, seven another unit', () => {
    expect(effects.map(({ of, change }) => `${String(of)} ${change.do}`)).toEqual([
      ...Array.from({ length: 7 }, () => '3 set-manager'),
      ...Array.from({ length: 4 }, () => '7 set-manager'),
      ...Array.from({ length: 7 }, () => '8 update-role'),
    ])
  })

  it('is what has changed, and can be undone', () => {
    expect(after).toHaveChanged(before, changes)
    expect(changeOrg(after, invertChanges(before, changes)).org).toEqualOrg(before)
  })
})

it('the example prints the changes, the figures, the pictures, and that it is undone', () => {
  const command = [
    'node_modules/tsx/dist/cli.mjs',
    '--tsconfig',
    'tsconfig.json',
    'examples/reorganisation.ts',
  ]
  const printed = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const lines = printed.replaceAll(/\u001b\[\d+m/g, '').split('\n')
  expect(lines).toContain('NHS England, 30 September 2013: 293 senior posts')
  expect(lines).toContain('May 2014: 14 changes')
  expect(lines).toContain(
    "    so that 'Chief Analyst' reports to 'National Director: Commissioning Strategy'",
  )
  expect(lines).toContain("  'Chief Analyst' reports to 'National Director: Commissioning Strategy'")
  expect(lines).toContain('          58          57          -1  managers')
  expect(lines).toContain(
    '  30,465,000  30,125,000    -340,000  £ of pay, from the lower end of each published band',
  )
  expect(lines).toContain('           8           7          -1  Chief Executive')
  expect(lines).toContain('- ├─ National Director: Policy')
  expect(lines).toContain('+ ├─ National Director: Commissioning Strategy')
  expect(lines.filter((line) => /^[~·] │ {2}├─ Chief Analyst /.test(line))).toHaveLength(2)
  expect(lines).toContain('The chart is as it was.')
})
