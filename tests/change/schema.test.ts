import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { changeOrg, defineOrg, diffOrgs, invertChanges, isOrgError } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { randomChange, randomFrom, randomOrg } from './random-charts.js'

interface Schema {
  readonly $defs: Record<string, { readonly properties: object }>
  readonly items: {
    readonly oneOf: readonly {
      readonly properties: {
        readonly [Name in string]?: { readonly const?: string; readonly properties?: object }
      }
    }[]
  }
}

function read(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8')) as Schema
}

const [org, changes] = [read('org.schema.json'), read('changes.schema.json')]
const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false })
ajv.addSchema(org, 'org.schema.json')
const validate = ajv.compile(changes)
const isValid = (value: unknown): boolean => validate(JSON.parse(JSON.stringify(value)))

describe('changes.schema.json', () => {
  it('accepts the changes of diffs and inverses, and effects', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed)
      const [before, after] = [randomOrg(random), randomOrg(random)]
      const diff = diffOrgs(before, after).changes
      expect(isValid(diff), ajv.errorsText(validate.errors)).toBe(true)
      try {
        const list = [randomChange(random), randomChange(random)]
        expect(isValid(changeOrg(before, list).effects.map(({ change }) => change))).toBe(true)
        expect(isValid(invertChanges(before, list))).toBe(true)
      } catch (error) {
        if (!isOrgError(error, 'INVALID_CHANGES')) throw error
      }
    }
  })

  it('refuses what changeOrg refuses by its shape', () => {
    const wrong: readonly unknown[] = [
      [{ do: 'move-role', role: 'a' }],
      [{ do: 'set-manager', role: 'a' }],
      [{ do: 'set-manager', role: 'a', manager: 5 }],
      [{ do: 'set-manager', role: 'a', manager: 'b', befor: 'c' }],
      [{ do: 'add-role' }],
      [{ do: 'add-role', role: 'a', spec: { titel: 'A' } }],
      [{ do: 'update-role', role: 'a', set: { reportsTo: 'b' } }],
      [{ do: 'remove-role', role: 'a', reports: 'drop' }],
      [{ do: 'remove-person', person: 'a', references: 'lift' }],
      [{ do: 'reorder', role: 'a' }],
      [{ do: 'add-service', service: { from: 'a', to: 'b', name: 's' }, at: -1 }],
      [null],
    ]
    const known = defineOrg({ roles: { a: {}, b: {} }, people: { a: {} } })
    for (const list of wrong) {
      expect(isValid(list), JSON.stringify(list)).toBe(false)
      expect(() => changeOrg(known, list as never), JSON.stringify(list)).toThrow(
        /INVALID_FIELD|UNKNOWN_FIELD/,
      )
    }
  })

  it('has every field of a spec in the changes that set fields', () => {
    const settable = (name: string): string[] => {
      const change = changes.items.oneOf.find(({ properties }) => properties['do']?.const === name)
      return Object.keys(change?.properties['set']?.properties ?? {})
    }
    const fields = (name: string, ...without: string[]): string[] =>
      Object.keys(org.$defs[name].properties).filter((field) => !without.includes(field))
    expect(settable('update-role')).toEqual(fields('role', 'reportsTo', 'dottedTo', 'progressesTo'))
    expect(settable('update-move')).toEqual(fields('move', 'to'))
    expect(settable('update-unit')).toEqual(fields('unit'))
    expect(settable('update-person')).toEqual(fields('person'))
  })
})
