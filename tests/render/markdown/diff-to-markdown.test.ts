import { changeOrg, defineOrg, diffOrgs, isOrgError, orgFromRecords } from 'rolegraph'
import { diffToMarkdown } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { HOSTILE_LABELS, peopled, reorganisation } from '../charts.js'
import { expectGolden } from '../golden.js'

const titles = [
  ...HOSTILE_LABELS,
  '@octocat fixes #12 and user@example.com',
  '`code|with|pipes`',
  '$x$',
  '[a](b)',
  '![i](j)',
]
const rows = titles.flatMap((title, place) => {
  const boss = `m${String(place)}`
  return [
    { id: boss, boss: 'top', title },
    { id: `r${String(place)}`, boss, title: 'Report' },
  ]
})
const before = orgFromRecords([{ id: 'top', boss: null, title: 'Top' }, ...rows], {
  id: 'id',
  manager: 'boss',
  title: 'title',
})
const after = changeOrg(
  before,
  titles.map((title, place) => ({
    do: 'add-role',
    role: `new ${title} ${String(place)}`,
    spec: { reportsTo: `m${String(place)}`, title },
  })),
).org

/** The cells of a line of a table: a bar that is not escaped separates them. */
const cellsOf = (line: string): string[] => line.split(/(?<!\\)(?:\\\\)*\|/).slice(1, -1)

describe('diffToMarkdown', () => {
  it('is as reviewed', () => {
    expectGolden('changes.md', diffToMarkdown(reorganisation, { picture: true }))
  })

  it('keeps every title inside its cell, and nothing of it is read as Markdown', () => {
    const lines = diffToMarkdown(diffOrgs(before, after)).split('\n')
    const start = lines.findIndex((line) => line.startsWith('| manager'))
    const table = lines.slice(start + 2, lines.indexOf('', start))
    expect(table).toHaveLength(titles.length + 1)
    for (const line of table) expect(cellsOf(line)).toHaveLength(3)
    for (const line of [
      ...table.map((each) => cellsOf(each)[0]),
      ...lines.filter((each) => each.startsWith('- ')),
    ]) {
      expect(line.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('&#36;', '')).not.toMatch(/[\\`*_[\]<>|~&$]/)
      expect(line.replaceAll('&#36;', '')).not.toMatch(/[@#][\p{L}\p{N}]|https?:|www\./u)
    }
  })

  it('has an empty line before each table and list in an element', () => {
    const lines = diffToMarkdown(reorganisation).split('\n')
    for (const [place, line] of lines.entries())
      if (line.startsWith('<summary>')) expect(lines[place + 1]).toBe('')
  })

  it('lists as many managers and changes as asked for, and counts the others', () => {
    const text = diffToMarkdown(diffOrgs(before, after), { most: 3 })
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3)
    expect(text.match(/^and \d+ more$/gm)).toEqual([
      `and ${String(titles.length + 1 - 3)} more`,
      `and ${String(titles.length - 3)} more`,
    ])
  })

  it('says when nothing has changed, or no role', () => {
    expect(diffToMarkdown(diffOrgs(peopled, peopled)).split('\n')[0]).toBe('**Nothing has changed**')
    const { org } = changeOrg(peopled, [{ do: 'update-unit', unit: 'pmo', set: { title: 'P3O' } }])
    expect(diffToMarkdown(diffOrgs(peopled, org)).split('\n')[0]).toBe('**No role has changed**')
    const none = defineOrg({ roles: {} })
    expect(diffToMarkdown(diffOrgs(none, none))).toBe('**Nothing has changed**\n')
  })

  it('tells managers of one title apart, and rounds', () => {
    const teams = defineOrg({
      roles: {
        a: { title: 'Lead' },
        b: { title: 'Lead', reportsTo: 'a' },
        c: { reportsTo: 'b', fte: 0.1 },
        d: { reportsTo: 'b', fte: 0.2 },
      },
    })
    const { org } = changeOrg(teams, [{ do: 'add-role', role: 'e', spec: { reportsTo: 'b' } }])
    const text = diffToMarkdown(diffOrgs(teams, org))
    expect(text).toContain('| Lead (b) | 2 → 3 | 3 → 4 | 0.3 |')
    expect(text).toContain('| Average span of control | 1.5 | 2 | +0.5 |')
    expect(text).not.toContain('cost')
  })

  it.each([{ most: -1 }, { most: 1.5 }, { picture: 'yes' }, { mots: 1 }, 'all'])('refuses %j', (options) => {
    const error = thrownBy(() => diffToMarkdown(reorganisation, options as object))
    expect(isOrgError(error, 'INVALID_OPTION')).toBe(true)
  })
})
