import { defineOrg, orgFromRecords } from 'rolegraph'
import { pictureOf, toText } from 'rolegraph/render'
import { columnsOf } from '../../../src/render/text/terminal-text.js'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, GOLDEN_PICTURES, HOSTILE_LABELS, hostileLabels } from '../charts.js'
import { expectGolden } from '../golden.js'

describe('toText', () => {
  it.each([20, 30, 40, 60, 80])('fits into %j columns of a terminal', (width) => {
    for (const [, org, options] of GOLDEN_PICTURES) {
      const whole = toText(org, options).split('\n')
      const lines = toText(org, { ...options, width }).split('\n')
      expect(lines).toHaveLength(whole.length)
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width)
      const widest = Math.max(...whole.map(columnsOf))
      if (widest <= width) expect(lines).toEqual(whole)
    }
  })

  it('cuts notes before titles', () => {
    const [line] = toText(firm, { root: 'director', width: 40 }).split('\n')
    expect(line).toMatch(/^PMO Director +7 /)
    const wrong: object = { width: 10 }
    expect(thrownBy(() => toText(firm, wrong)).details).toMatchObject({ option: 'width' })
  })

  it.each(GOLDEN_PICTURES)('writes %s as in its golden file', (name, org, options) => {
    expectGolden(`${name}.txt`, toText(org, options))
  })

  it('writes ASCII on request', () => {
    const text = toText(firm, { charset: 'ascii', relations: 'both' })
    expectGolden('firm-ascii.txt', text)
    expect(text).toMatch(/^[ -~\n]*$/)
  })

  it('writes the requested columns in their order, or none', () => {
    const org = defineOrg({
      roles: {
        lead: { grade: 12, unit: 'lab', holders: ['Ada', 'Bo'] },
        clerk: { reportsTo: 'lead', grade: 1 },
      },
      units: { lab: { title: 'The Lab' } },
    })
    expect(toText(org, { columns: ['unit', 'grade'] }).split('\n')).toEqual([
      'lead      The Lab  12',
      '└─ clerk            1',
    ])
    expect(toText(org, { columns: [] })).toBe('lead\n└─ clerk')
    expect(toText(org)).toBe('lead      12  Ada, Bo\n└─ clerk   1')
  })

  it('aligns columns when characters are wide or have no width', () => {
    const org = orgFromRecords(
      [
        { id: '日本', grade: 1 },
        { id: 'cafe\u0301', grade: 2 },
        { id: 'four', grade: 3 },
        { id: '👩', grade: 4 },
      ],
      { id: 'id', grade: 'grade' },
    )
    expect(toText(org).split('\n')).toEqual(['日本  1', 'cafe\u0301  2', 'four  3', '👩    4'])
  })

  it('has a row for each box, and each hostile label in one of them', () => {
    const rows = toText(hostileLabels, { columns: [] }).split('\n')
    expect(rows).toHaveLength(HOSTILE_LABELS.length + 1)
    for (const [place, label] of HOSTILE_LABELS.entries()) {
      const shown = label
        .replaceAll('\n', '\\n')
        .replaceAll('\t', '\\t')
        .replace('\u202e', '\\u{202e}')
        .replace('\u202c', '\\u{202c}')
      const branch = place === HOSTILE_LABELS.length - 1 ? '└─ ' : '├─ '
      expect(rows[place + 1]).toBe((branch + shown).trimEnd())
    }
  })

  it('lets no label control the terminal', () => {
    const org = orgFromRecords([{ id: '\u001b[31mred\u0007\u009b\ud800\r\u2028' }], { id: 'id' })
    expect(toText(org)).toBe('\\u{1b}[31mred\\u{7}\\u{9b}\\u{d800}\\r\\u{2028}')
  })

  it('writes an empty text for a picture without boxes', () => {
    expect(toText(defineOrg({ roles: {} }))).toBe('')
    expect(toText(defineOrg({ roles: { lone: {} } }), { relations: 'career' })).toBe('')
  })

  it('writes long chains, and many reports of one manager', () => {
    const chain = Array.from({ length: 20_000 }, (_, role) => ({
      id: String(role),
      boss: role ? String(role - 1) : null,
    }))
    const fields = { id: 'id', manager: 'boss' } as const
    expect(toText(orgFromRecords(chain.slice(0, 1000), fields)).split('\n')).toHaveLength(1000)
    expect(pictureOf(orgFromRecords(chain, fields)).boxes.at(-1)?.layer).toBe(20_000)
    const star = chain.map(({ id }, role) => ({ id, boss: role ? '0' : null }))
    expect(toText(orgFromRecords(star, fields)).split('\n')).toHaveLength(20_000)
  })

  it.each([
    ['charset', 'utf-8'],
    ['columns', ['salary']],
    ['columns', 'grade'],
    ['colums', []],
  ])('refuses the option %s: %j', (option, received) => {
    const error = thrownBy(() => toText(firm, { [option]: received }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })
})

describe('a chain deeper than the rails', () => {
  const layers = 20_000
  const roles: Record<string, { reportsTo?: string }> = { r0: {} }
  for (let at = 1; at < layers; at++) roles[`r${String(at)}`] = { reportsTo: `r${String(at - 1)}` }

  it('has a line per role, which begin with a sign where rails are left out', () => {
    const lines = toText(defineOrg({ roles })).split('\n')
    expect(lines).toHaveLength(layers)
    expect(lines[3]).toBe('      └─ r3')
    expect(lines[layers - 1]).toMatch(/^⋯ +└─ r19999$/)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(700)
  })
})
