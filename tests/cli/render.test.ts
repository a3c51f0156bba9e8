import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

const chart = (lead: string): string => `rolegraph: 1
roles:
  chief: { title: Chief, holders: [Cy] }
  ops: { title: Operations, reportsTo: chief, unit: office }
  lead: { title: Team Lead, reportsTo: ${lead}, cost: 70123, grade: 5 }
units: { office: { title: Office } }
`
const folder = folderWith({
  'org.yaml': chart('chief'),
  'after.yaml': chart('ops'),
  'after.html': chart('ops'),
  'approval.html': '{}',
  'approvals.json': JSON.stringify({ limits: [{ role: 'chief', upTo: 500 }], rules: [{ by: 'chain' }] }),
  'wrong-policy.json': '{ "rules": { "x": { "rule": "luck", "because": "y" } } }',
  'wrong.json': '{ "rules": [{ "by": "luck" }] }',
  'policy.json': JSON.stringify({ rules: { 'one top': { rule: 'oneTop', because: 'One company.' } } }),
})
const render = (...args: string[]): ReturnType<typeof command> =>
  command(folder, ['render', 'org.yaml', ...args])

/** What a page holds by the id of its element. */
function partOf(page: string, id: string): unknown {
  const start = `<script type="application/json" id="${id}">`
  if (!page.includes(start)) return undefined
  const from = page.indexOf(start) + start.length
  return JSON.parse(page.slice(from, page.indexOf('</script>', from)))
}

describe('render', () => {
  it('shows the fields of a page that are named, and the usual ones without a name', async () => {
    expect((await render('--to', 'html')).out).not.toContain('70123')
    const { out } = await render('--to', 'html', '--fields', 'cost, holders')
    expect(out).toContain('70123')
    expect(partOf(out, 'org')).toMatchObject({ grades: [null, null, null], people: ['Cy'] })
    expect(
      partOf((await render('--to', 'html', '--fields', 'usual', '--fields', 'cost')).out, 'org'),
    ).toMatchObject({
      grades: [null, null, 5],
    })
  })

  it('colours the boxes by a field', async () => {
    const { out } = await render('--to', 'html', '--fields', 'cost', '--color-by', 'cost')
    expect(partOf(out, 'org')).toMatchObject({ colorBy: 'cost' })
    expect((await render('--to', 'html', '--color-by', 'cost')).err).toContain(
      "--color-by is 'cost'; it can be a field that the page shows; --fields names those.",
    )
    const padded = await render('--to', 'html', '--color-by', ' grade ')
    expect(partOf(padded.out, 'org')).toMatchObject({ colorBy: 'grade' })
  })

  it('edits, with a policy of its own', async () => {
    expect(partOf((await render('--to', 'html')).out, 'edit')).toBe(undefined)
    expect(partOf((await render('--to', 'html', '--edit')).out, 'edit')).toMatchObject({ policy: {} })
    const { out } = await render('--to', 'html', '--edit', '--policy', 'policy.json')
    expect(partOf(out, 'edit')).toMatchObject({ policy: { rules: { 'one top': { rule: 'oneTop' } } } })
  })

  it('shows who approves', async () => {
    const { out } = await render('--to', 'html', '--approval', 'approvals.json')
    expect(partOf(out, 'approval')).toMatchObject({ policy: { limits: [{ role: 'chief', upTo: 500 }] } })
  })

  it('compares with the chart after some changes, in every format', async () => {
    const { out } = await render('--after', 'after.yaml', '--to', 'html')
    expect(partOf(out, 'org')).toMatchObject({
      comparison: { changes: [["'Team Lead' reports to 'Operations' instead of 'Chief'", 2]] },
    })
    const svg = (await render('--after', 'after.yaml')).out
    expect(svg).toContain('moved; was below Chief')
    expect(svg).toBe(
      (await command(folder, ['render', 'org.yaml', '--after', 'after.yaml', '--to', 'svg'])).out,
    )
    expect((await render('--after', 'org.yaml')).out).not.toContain('moved; was below Chief')
  })

  it('lays still pictures out, with frames and fields', async () => {
    const drawn = async (...args: string[]): Promise<string> => (await render(...args)).out
    expect(await drawn('--to', 'mermaid', '--layout', 'left-to-right')).toContain('flowchart LR')
    expect(await drawn('--to', 'dot', '--layout', 'left-to-right')).toContain('rankdir=LR')
    expect(await drawn('--layout', 'indented')).not.toBe(await drawn())
    expect(await drawn('--fields', 'cost')).toContain('70,123')
    expect(await drawn()).not.toContain('70,123')
    expect(await drawn('--frames')).toContain('rg-frame')
    expect(await drawn()).not.toContain('rg-frame')
  })

  it('draws two charts next to each other, with captions', async () => {
    const { out } = await render('--after', 'after.yaml', '--caption', 'Today', '--caption', 'From March')
    expect(out.match(/aria-label="(Today|From March)"/g)).toEqual([
      'aria-label="Today"',
      'aria-label="From March"',
    ])
  })

  it('writes the title of a picture and of a page', async () => {
    expect((await render('--title', 'The office')).out).toContain('<title>The office</title>')
    expect((await render('--title', 'The office', '--to', 'html')).out).toContain('<title>The office</title>')
  })

  it('writes one file per page', async () => {
    const options = ['--pages', 'a3-portrait', '--title', 'The office', '--date', '1 March 2027']
    expect(await render(...options, '-o', 'printed.svg')).toEqual({ code: 0, out: '', err: '' })
    const page = readFileSync(join(folder, 'printed-1.svg'), 'utf8')
    expect(page).toContain('width="297mm" height="420mm"')
    expect(page).toContain('>The office</text>')
    expect(page).toContain('>1 March 2027</text>')
    expect(page.endsWith('</svg>\n')).toBe(true)
    const roles = Array.from({ length: 300 }, (_, role) => `  r${String(role)}: { reportsTo: chief }`)
    writeFileSync(join(folder, 'large.yaml'), `rolegraph: 1\nroles:\n  chief: {}\n${roles.join('\n')}\n`)
    const args = ['render', 'large.yaml', '--layout', 'indented', '--tiles', '--pages', 'a4']
    expect((await command(folder, [...args, '-o', 'nowhere/large.svg'])).err).toContain(
      'there is no such folder',
    )
    expect((await command(folder, [...args, '-o', 'large.svg'])).code).toBe(0)
    const written = readdirSync(folder).filter((name) => /^large-\d+\.svg$/.test(name))
    expect(written.length).toBeGreaterThan(10)
    expect(written).toContain('large-01.svg')
    const shown = written.flatMap((name) =>
      Array.from(readFileSync(join(folder, name), 'utf8').matchAll(/<title>(r\d+);/g), ([, role]) => role),
    )
    expect(new Set(shown).size).toBe(300)
  })

  it.each([
    [['--pages', 'a3'], '--pages writes one file per page, so it needs the name of a file'],
    [
      ['--pages', 'a5', '-o', 'x.svg'],
      "--pages is 'a5'; it can be 'a4', 'a3', 'a4-portrait' or 'a3-portrait'",
    ],
    [['--pages', 'a4', '-o', 'x.html'], '--pages is for svg, but render writes html'],
    [['--date', 'today'], '--date is for --pages'],
    [['--tiles'], '--tiles is for --pages'],
    [['--caption', 'Today', '--caption', 'Then'], '--caption is for --after'],
    [['--after', 'after.yaml', '--caption', 'Today'], '--caption is given once, but there are two charts'],
    [
      ['--after', 'after.yaml', '--caption', 'a', '--caption', 'b', '--pages', 'a4', '-o', 'x.svg'],
      '--caption is for two charts next to each other, but --pages draws one',
    ],
    [['--title', 'T', '--to', 'dot'], '--title is for svg or html, but render writes dot'],
    [['--edit'], '--edit is for html, but render writes svg'],
    [['--color-by', 'grade'], '--color-by is for html, but render writes svg'],
    [
      ['--fields', 'cost', '--to', 'text'],
      '--fields is for svg, html, mermaid or dot, but render writes text',
    ],
    [['--frames', '--to', 'html'], '--frames is for svg, mermaid or dot, but render writes html'],
    [
      ['--layout', 'wide'],
      "--layout is 'wide'; it can be 'top-down', 'left-to-right', 'indented' or 'compact'",
    ],
    [
      ['--layout', 'compact', '--to', 'dot'],
      "--layout is 'compact'; it can be 'top-down' or 'left-to-right'",
    ],
    [['--fields', 'salary'], "--fields contains 'salary'; it can be a list of"],
    [['--approval', 'approvals.json', '-o', 'x.svg'], '--approval is for html, but render writes svg'],
    [['--policy', 'policy.json', '--to', 'html'], '--policy is for a page that edits'],
    [['--to', 'html', '--fields', 'salary'], "--fields contains 'salary'; it can be a list of"],
    [['--fields', ''], '--fields is empty'],
    [['--fields', 'cost,'], '--fields has an empty name'],
    [['--to', 'html', '--color-by', 'grades'], "--color-by is 'grades'; it can be"],
    [['--to', 'html', '--edit', '--policy', 'wrong-policy.json'], '--policy is an object; it can be'],
    [['--to', 'html', '--approval', 'wrong.json'], "the policy 'wrong.json' is wrong"],
    [
      ['--to', 'html', '--approval', 'approvals.json', '--root', 'ops'],
      'used only in pages without approvals',
    ],
    [
      ['--to', 'html', '--edit', '--after', 'after.yaml'],
      '--edit is for one chart, but --after compares two',
    ],
    [['--to', 'html', '--after', 'nowhere.yaml'], 'nowhere.yaml'],
    [['--after', 'after.html', '-o', 'after.html'], "cannot write 'after.html': it is also an input file"],
    [['--approval', './approval.html', '-o', 'approval.html'], 'it is also an input file'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await render(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
