import { describe, expect, it } from 'vitest'
import { compileSnippets } from './compile-snippets.js'

/** A literal that uses every field whose type depends on the ids, each role a new one. */
function literal(prefix: string, count: number): string {
  return `import { defineOrg } from 'rolegraph'
export const org = defineOrg({ roles: ${rolesOf(prefix, count)}, units: { u: { head: '${prefix}0' } } })`
}

/** The same with the roles on their own, as the comment on OrgSpec has it. */
function apart(prefix: string, count: number): string {
  return `import { defineOrg, type OrgSpec } from 'rolegraph'
const roles = ${rolesOf(prefix, count)} as const satisfies OrgSpec['roles']
interface Floor { readonly floor: number; readonly tags: readonly string[] }
export const org = defineOrg<keyof typeof roles, 'u', Floor>({ roles, units: { u: { head: '${prefix}0' } } })`
}

function rolesOf(prefix: string, count: number): string {
  const id = (role: number): string => `${prefix}${String(role)}`
  const roles = Array.from({ length: count }, (_, role) => {
    if (role === 0) return `${id(0)}: { title: 'Top', unit: 'u', data: { floor: 0, tags: [''] } },`
    const [manager, other, next] = [
      Math.floor((role - 1) / 5),
      Math.floor(role / 2),
      Math.floor((role - 1) / 3),
    ]
    return `${id(role)}: {
      title: 'Role ${String(role)}', grade: ${String(role % 9)}, unit: 'u',
      reportsTo: '${id(manager)}',
      dottedTo: ['${id(other)}', { to: '${id(next)}', note: 'n' }],
      progressesTo: [{ to: '${id(next)}', years: [1, 3] }, { to: '${id(manager)}', kind: 'lateral' }],
      data: { floor: ${String(role)}, tags: ['x'] },
    },`
  })
  return `{ ${roles.join('\n')} }`
}

/** People with assignments, next to lines that are objects. */
function staffed(prefix: string, count: number): string {
  const roles = Array.from({ length: count }, (_, role) => {
    const manager =
      role === 0 ? '' : `reportsTo: { to: '${prefix}${String(Math.floor((role - 1) / 5))}', note: 'n' },`
    const others = `{ person: 'p${String((role * 7) % count)}', share: 0.5, kind: 'acting', from: '2026-01-01' }`
    return `${prefix}${String(role)}: { ${manager} holders: ['p${String(role)}', ${others}] },`
  })
  const people = Array.from(
    { length: count },
    (_, person) => `p${String(person)}: { name: 'Person ${String(person)}' },`,
  )
  return `import { defineOrg } from 'rolegraph'
export const org = defineOrg({ roles: { ${roles.join('\n')} }, people: { ${people.join('\n')} } })`
}

const compiled = compileSnippets(
  new Map([
    ['one', literal('o', 1)],
    ['half', literal('h', 250)],
    ['whole', literal('w', 500)],
    ['apart', apart('a', 500)],
    ['half staffed', staffed('s', 250)],
    ['staffed', staffed('t', 500)],
  ]),
)

interface Cost {
  readonly instantiations: number
  readonly types: number
}

/** What the compiler creates for one more literal: counts, which are the same on any machine. */
function costOf(name: string): Cost {
  const { program } = compiled
  const before: Cost = { instantiations: program.getInstantiationCount(), types: program.getTypeCount() }
  expect(compiled.findings(name)).toEqual([])
  return {
    instantiations: program.getInstantiationCount() - before.instantiations,
    types: program.getTypeCount() - before.types,
  }
}

describe('the cost of checking a literal of many roles', () => {
  // The first literal pays for the types of the library themselves.
  costOf('one')
  const half = costOf('half')
  const whole = costOf('whole')

  it('stays within its budget at 500 roles', () => {
    // About 1.5 times the counts of TypeScript 5.9: 27,062 instantiations, 16,267 types.
    expect(whole.instantiations).toBeLessThan(40_000)
    expect(whole.types).toBeLessThan(25_000)
    // More than nothing: the literal was checked.
    expect(whole.types).toBeGreaterThan(500)
  })

  it('is less for roles that are checked on their own', () => {
    // The time grows with the square of the roles inside the call, which counts do not show.
    expect(costOf('apart').instantiations).toBeLessThan(whole.instantiations / 2)
  })

  it('stays within that budget with 500 people', () => {
    const [few, many] = [costOf('half staffed'), costOf('staffed')]
    expect(many.instantiations).toBeLessThan(40_000)
    expect(many.types).toBeLessThan(25_000)
    expect(many.types).toBeGreaterThan(500)
    expect(many.instantiations / few.instantiations).toBeLessThan(2.6)
  })

  it('grows with the number of roles, not with its square', () => {
    expect(whole.instantiations / half.instantiations).toBeLessThan(2.6)
    expect(whole.types / half.types).toBeLessThan(2.6)
  })
})
