import { readFileSync } from 'node:fs'
import {
  linesOf,
  managementChainOf,
  managersOf,
  membersOf,
  roleOf,
  rolesOf,
  servicesOf,
  unitsOf,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { everythingOf } from '../../support/everything-of.js'

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url))
}

function text(name: string): string {
  return new TextDecoder().decode(fixture(name))
}

interface PmoFixture {
  readonly $schema: string
  readonly roles: {
    readonly director: { readonly progressesTo: object }
    readonly coordinator: { readonly vacant: boolean }
  }
}

describe('the fixture pmo.json', () => {
  const org = parseOrgDocument(fixture('pmo.json'))

  it('has its roles, units and services', () => {
    expect(rolesOf(org)).toEqual(['cpo', 'director', 'analyst', 'coordinator'])
    expect(unitsOf(org)).toEqual(['pmo', 'reporting'])
    expect(membersOf(org, 'pmo', { nested: true })).toEqual(['director', 'analyst'])
    expect(servicesOf(org).map(({ name }) => name)).toEqual(['templates', 'coaching'])
  })

  it('has its lines, with their evidence', () => {
    expect(linesOf(org, 'director')).toEqual([
      {
        from: 'director',
        to: 'cpo',
        kind: 'solid',
        sources: ['S1'],
        hedge: 'typically',
        note: 'in large firms',
      },
    ])
    expect(managersOf(org, 'analyst', { lines: 'dotted' })).toEqual(['cpo', 'coordinator'])
  })

  it('has the facts of its roles', () => {
    expect(roleOf(org, 'cpo')).toMatchObject({
      aliases: ['CPO', 'Head of projects'],
      warnedAliases: [{ name: 'Head of projects', warning: 'in some firms the programme director' }],
      holders: ['Ada', 'Grace'],
      fte: 1.2,
    })
    expect(roleOf(org, 'analyst').vacant).toBe(true)
    expect(roleOf(org, 'analyst').progressesTo).toEqual([
      { from: 'analyst', to: 'director', kind: 'advancement', conditions: [] },
      { from: 'analyst', to: 'coordinator', kind: 'lateral', years: [1, 3], conditions: [] },
    ])
  })

  it('is the same org in YAML', () => {
    expect(everythingOf(parseOrgDocument(fixture('pmo.yaml'), { yaml: YAML }))).toEqual(everythingOf(org))
  })

  it('is written as it was read, without defaults', () => {
    const { $schema: _schema, ...read } = JSON.parse(text('pmo.json')) as PmoFixture
    const { director, coordinator, ...roles } = read.roles
    // That a role with holders is not vacant.
    const { vacant: _vacant, ...held } = coordinator
    expect(toOrgDocument(org)).toEqual({
      ...read,
      roles: {
        ...roles,
        // A move of which more is said is written in a list, so that the next one is a line more and no change.
        director: { ...director, progressesTo: [director.progressesTo] },
        coordinator: held,
      },
    })
  })

  it('is written in the order of its roles', () => {
    const written = toOrgDocument(org)
    expect(Object.keys(written)).toEqual(['rolegraph', 'roles', 'units', 'services'])
    expect(Object.keys(written.roles)).toEqual(['cpo', 'director', 'analyst', 'coordinator'])
  })
})

describe('the fixture numbers.json', () => {
  it('keeps the order of its ids, here and when it is written', () => {
    const org = parseOrgDocument(fixture('numbers.json'))
    expect(rolesOf(org)).toEqual(['12', '7', '007', '__proto__'])
    expect(unitsOf(org)).toEqual(['30', '2'])
    expect(managementChainOf(org, '007')).toEqual(['7', '12'])
    const again = parseOrgDocument(JSON.stringify(toOrgDocument(org)))
    expect(everythingOf(again)).toEqual(everythingOf(org))
  })
})
