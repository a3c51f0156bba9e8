import { type Move, roleOf, rolesOf } from 'rolegraph'
import { pmoOrg, type PmoRoleId, pmoVariants, sourcesOf } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

/** From, to, years, sources, and words of the condition and the note. */
type Row = readonly [PmoRoleId, PmoRoleId, string, string, string]

// Typed from the fact sheet, row by row.
const ROWS: readonly Row[] = [
  ['pmo-administrator', 'pmo-coordinator', '1–2', 'PL', 'support inferred'],
  ['pmo-administrator', 'pmo-analyst', '1–2', 'PL', 'support inferred'],
  ['pmo-coordinator', 'pmo-analyst', '1–3', 'seed KY', ''],
  ['pmo-coordinator', 'pmo-manager', '4+', 'seed KY', 'opening 5'],
  ['pmo-coordinator', 'planner', '2–3', 'general', 'specialism'],
  ['pmo-coordinator', 'project-controller', '2–3', 'general', 'specialism'],
  ['pmo-coordinator', 'project-manager', '1–3', 'seed HC PJ', 'delivery stepping hard'],
  ['pmo-analyst', 'project-manager', '1–3', 'seed HC PJ', 'delivery stepping hard'],
  ['pmo-analyst', 'pmo-lead', '2–4', 'general', 'led'],
  ['planner', 'pmo-specialist', '2–3', 'general', 'specialism'],
  ['project-controller', 'pmo-specialist', '2–3', 'general', 'specialism'],
  ['pmo-specialist', 'pmo-lead', '2–3', 'general', 'specialism'],
  ['pmo-specialist', 'coe-lead', '3–5', 'general', 'methods capability'],
  ['pmo-lead', 'pmo-manager', '2–4', 'PN', 'permanent inferred'],
  ['pmo-manager', 'pmo-director', '3–5', 'seed KY TO', 'time may line'],
  ['pmo-director', 'epmo-director', '3–5', 'TO', 'enterprise inferred'],
  ['pmo-director', 'chief-project-officer', '5+', 'seed', 'role inferred'],
  ['epmo-director', 'chief-project-officer', '5+', 'seed', 'role inferred'],
  ['pmo-director', 'tmo-lead', '3–5', 'general', 'transformation'],
  ['tmo-lead', 'chief-transformation-officer', '5+', 'general', 'role'],
  ['junior-project-manager', 'delivery-manager', '1–3', 'general', 'agile'],
  ['delivery-manager', 'release-train-engineer', '3+', 'general', 'agile'],
  ['project-coordinator', 'junior-project-manager', '1–3', 'SG', 'small CAPM'],
  ['junior-project-manager', 'project-manager', '1–3', 'SG', 'small CAPM'],
  ['project-manager', 'senior-project-manager', '2–4', 'SG KY IP', '5 IP'],
  ['project-manager', 'pmo-manager', '2+', 'PB AB', 'common'],
  ['project-manager', 'release-train-engineer', '3+', 'general', 'agile'],
  ['release-train-engineer', 'vmo-lead', '3+', 'general', 'agile'],
  ['senior-project-manager', 'program-manager', '2–5', 'SG', 'several'],
  ['senior-project-manager', 'project-director', '3–5', 'general', 'scale'],
  ['senior-project-manager', 'pmo-director', '3–5', 'SG TO', 'standards'],
  ['program-manager', 'program-director', '3–5', 'general', 'scale'],
  ['program-manager', 'pmo-director', '3–5', 'SG TO', 'standards'],
  ['program-manager', 'portfolio-manager', '3–5', 'KY', 'mandatory'],
  ['portfolio-analyst', 'portfolio-manager', '4+', 'DD FE', 'framework inferred'],
  ['portfolio-manager', 'portfolio-director', '4+', 'DD FE', 'framework inferred'],
]

const org = pmoOrg({ authority: 'supportive' })
const moves = rolesOf(org).flatMap((role) => roleOf(org, role).progressesTo)
const find = (from: string, to: string): Move | undefined =>
  moves.find((move) => move.from === from && move.to === to)

describe('career moves', () => {
  it('are the 36 of the sheet', () => {
    const pairs = (rows: readonly { from: string; to: string }[]): string[] =>
      rows.map(({ from, to }) => `${from} → ${to}`).sort()
    expect(pairs(moves)).toEqual(pairs(ROWS.map(([from, to]) => ({ from, to }))))
    expect(ROWS).toHaveLength(36)
  })

  it.each(ROWS)('%s → %s: %s years, %s', (from, to, years, sources, said) => {
    const move = find(from, to)
    const [min, max] = move?.years ?? [NaN, NaN]
    expect(max === Infinity ? `${String(min)}+` : `${String(min)}–${String(max)}`).toBe(years)
    expect(move?.sources?.join(' ')).toBe(sources)
    const words = [...(move?.conditions ?? []), move?.note].join(' ')
    for (const word of said.split(' ')) expect(words).toContain(word)
    if (!said.includes('inferred')) expect(words).not.toContain('inferred')
    expect(
      sourcesOf(org, move ?? {})
        .map(({ code }) => code)
        .join(' '),
    ).toBe(sources)
  })

  it('keep the hedges of the customer', () => {
    const hedged = moves.filter(({ hedge }) => hedge !== undefined)
    expect(hedged.map(({ from, to, hedge }) => `${from} → ${to} ${String(hedge)}`).sort()).toEqual([
      'pmo-analyst → project-manager may',
      'pmo-coordinator → pmo-analyst may',
      'pmo-coordinator → pmo-manager may',
      'pmo-coordinator → project-manager may',
      'pmo-manager → pmo-director may',
    ])
  })

  it('have general years, all of them', () => {
    for (const move of moves) expect(move.note).toMatch(/years: general$/)
  })

  it.each([
    ['pmo-coordinator', 'pmo-manager', 'advancement'],
    ['pmo-coordinator', 'project-manager', 'transition'],
    ['project-manager', 'pmo-manager', 'transition'],
    ['program-manager', 'portfolio-manager', 'transition'],
    ['portfolio-manager', 'portfolio-director', 'advancement'],
    ['epmo-director', 'chief-project-officer', 'transition'],
  ] as const)('%s → %s is a %s', (from, to, kind) => {
    expect(find(from, to)?.kind).toBe(kind)
  })

  it('never lead to a lower grade', () => {
    for (const { from, to } of moves) {
      expect(roleOf(org, to).grade ?? NaN).toBeGreaterThan(roleOf(org, from).grade ?? NaN)
    }
  })

  it('are the same under every kind of office', () => {
    for (const variant of pmoVariants()) {
      const other = pmoOrg(variant)
      expect(rolesOf(other).flatMap((role) => roleOf(other, role).progressesTo)).toEqual(moves)
    }
  })
})
