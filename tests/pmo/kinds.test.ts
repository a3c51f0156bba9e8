import { rolesOf } from 'rolegraph'
import { findPmoKinds, pmoOrg, pmoVariants } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

describe('pmoVariants', () => {
  it('has the authorities alone and with every scope, except a centre of excellence with authority', () => {
    const kinds = pmoVariants().map(({ authority, scope }) => `${authority} ${scope ?? '-'}`)
    const scopes = [
      '-',
      'project',
      'programme',
      'portfolio',
      'divisional',
      'enterprise',
      'hub-and-spoke',
      'value-management',
    ]
    const expected = scopes.flatMap((scope) => [
      `supportive ${scope}`,
      `controlling ${scope}`,
      `directive ${scope}`,
    ])
    expect([...kinds].sort()).toEqual([...expected, 'supportive centre-of-excellence'].sort())
  })

  it('explains each in one distinct line, with sources', () => {
    const lines = pmoVariants().map(({ explanation }) => explanation)
    expect(new Set(lines).size).toBe(25)
    for (const line of lines) expect(line).toMatch(/^[^\n]{20,250}$/)
    const centre = pmoVariants().find(({ scope }) => scope === 'centre-of-excellence')
    expect(centre?.sources).toEqual(['B5', 'T2', 'BZ', 'T4', 'P3L', 'PT', 'PS', 'QZ', 'general'])
    expect(centre).toMatchObject({ office: 'centre-of-excellence', head: 'coe-lead' })
  })

  it('can be passed to pmoOrg as they are', () => {
    for (const variant of pmoVariants()) expect(rolesOf(pmoOrg(variant))).toHaveLength(32)
  })
})

describe('findPmoKinds', () => {
  it.each<[string, readonly string[]]>([
    ['directive', ['authority directive same']],
    ['High control', ['authority directive same']],
    ['low control', ['authority supportive same']],
    ['moderate control', ['authority controlling same']],
    ['Centre of Excellence', ['scope centre-of-excellence same', 'PMI Pulse centre of excellence none']],
    ['center-of-excellence', ['scope centre-of-excellence same', 'PMI Pulse centre of excellence none']],
    ['enterprise', ['scope enterprise same', 'PMI Pulse enterprise none']],
    ['EPMO', ['scope enterprise same']],
    ['program', ['scope programme same']],
    ['hub and spoke', ['scope hub-and-spoke same']],
    ['VMO', ['scope value-management same']],
    ['unit', ['PMI Pulse unit none']],
    ['Project Specific', ['PMI Pulse project-specific none']],
    ['support/controls', ['PMI Pulse support/controls none']],
    ['activist', ['Gartner activist none']],
    ['delivery', ['Gartner delivery none']],
    ['compliance', ['Gartner compliance none']],
    ['centralized', ['Gartner centralised none']],
    ['weather station', ['Casey–Peck weather station none']],
    ['Control Tower', ['Casey–Peck control tower none']],
    ['resource  pool', ['Casey–Peck resource pool about']],
    ['hub portfolio office', ['scope divisional same']],
    ['Value Ring', ['PMI practice guide Value Ring none']],
    ['governance', ['Gartner 2024 governance none']],
    ['Lean-Agile Center of Excellence', ['Lean-Agile Lean-Agile Centre of Excellence none']],
    ['pm i', []],
    ['__proto__', []],
  ])('%s: %o', (name, senses) => {
    expect(findPmoKinds(name).map(({ scheme, name, match }) => `${scheme} ${name} ${match}`)).toEqual(senses)
  })

  it('gives all kinds of a scheme by its name', () => {
    expect(findPmoKinds('PMI Pulse').map(({ name }) => name)).toEqual([
      'unit',
      'project-specific',
      'support/controls',
      'enterprise',
      'centre of excellence',
    ])
    expect(findPmoKinds('gartner').map(({ name }) => name)).toEqual([
      'activist',
      'delivery',
      'compliance',
      'centralised',
      'governance',
      'execution',
      'strategic',
      'by location',
    ])
    expect(findPmoKinds('Casey-Peck').map(({ name }) => name)).toEqual([
      'weather station',
      'control tower',
      'resource pool',
    ])
  })

  it('covers the corresponding kinds of this model, and none if there are none', () => {
    expect(findPmoKinds('resource pool')[0]).toMatchObject({
      variants: [{ authority: 'directive' }],
      sources: ['CA', 'CB'],
    })
    expect(findPmoKinds('control tower')[0]).toMatchObject({ variants: [], sources: ['CA'] })
    expect(findPmoKinds('control tower')[0].note).toContain('one to one')
    expect(findPmoKinds('coe')[0].variants).toEqual([
      { authority: 'supportive', scope: 'centre-of-excellence' },
    ])
    expect(findPmoKinds('divisional')[0].variants).toHaveLength(3)
  })

  it('rejects anything but text', () => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => findPmoKinds(undefined)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
  })
})
