import { describe, expect, it } from 'vitest'
import { compileSnippets, type Finding } from './compile-snippets.js'

/** A typo, with « and » around what the compiler should underline, and the message it should give. */
type Case = readonly [source: string, message: string]

const SPEC: readonly Case[] = [
  [
    `defineOrg({ roles: { a: {}, c: { «reportsTo»: 'b' } } })`,
    `Type '"b"' is not assignable to type '"a" | "c" | LineSpec<"a" | "c">'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { reportsTo: { «to»: 'b' } } } })`,
    `Type '"b"' is not assignable to type '"a" | "c"'.`,
  ],
  [
    `defineOrg({ roles: { a: { «reportsTo»: null } } })`,
    `Type 'null' is not assignable to type '"a" | LineSpec<"a">'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { «dottedTo»: 'b' } } })`,
    `Type '"b"' is not assignable to type 'OneOrMany<"a" | "c", LineSpec<"a" | "c">>'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { «dottedTo»: { to: 'b' } } } })`,
    `Type '{ to: "b"; }' is not assignable to type 'OneOrMany<"a" | "c", LineSpec<"a" | "c">>'.
  Types of property 'to' are incompatible.
    Type '"b"' is not assignable to type '"a" | "c" | undefined'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { dottedTo: ['a', «'b'»] } } })`,
    `Type '"b"' is not assignable to type '"a" | "c" | LineSpec<"a" | "c">'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { dottedTo: ['a', { «to»: 'b' }] } } })`,
    `Type '"b"' is not assignable to type '"a" | "c"'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { «progressesTo»: 'b' } } })`,
    `Type '"b"' is not assignable to type 'OneOrMany<"a" | "c", MoveSpec<"a" | "c">>'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { progressesTo: [«'b'»] } } })`,
    `Type '"b"' is not assignable to type '"a" | "c" | MoveSpec<"a" | "c">'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { progressesTo: [{ «to»: 'b', years: [1] }] } } })`,
    `Type '"b"' is not assignable to type '"a" | "c"'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, c: { «progressesTo»: { to: 'a', kind: 'up' } } } })`,
    `Type '{ to: "a"; kind: "up"; }' is not assignable to type 'OneOrMany<"a" | "c", MoveSpec<"a" | "c">>'.
  Types of property 'kind' are incompatible.
    Type '"up"' is not assignable to type 'MoveKind | undefined'.`,
  ],
  [
    `defineOrg({ roles: { a: { «unit»: 'pno' } }, units: { pmo: {} } })`,
    `Type '"pno"' is not assignable to type '"pmo"'.`,
  ],
  [
    `defineOrg({ roles: { a: { «unit»: 'pmo' } } })`,
    `Type '"pmo"' is not assignable to type '"this org has no units"'.`,
  ],
  [
    `defineOrg({ roles: { a: {} }, units: { pmo: { «head»: 'b' } } })`,
    `Type '"b"' is not assignable to type '"a" | readonly "a"[]'.`,
  ],
  [
    `defineOrg({ roles: { a: { «alsoIn»: 'pno' } }, units: { pmo: {} } })`,
    `Type '"pno"' is not assignable to type '"pmo" | readonly "pmo"[]'.`,
  ],
  [
    `defineOrg({ roles: { a: {} }, units: { pmo: { «partOf»: 'company' } } })`,
    `Type '"company"' is not assignable to type '"pmo"'.`,
  ],
  [
    `defineOrg({ roles: { a: {} }, units: { pmo: {} }, services: [{ «from»: 'pno', to: 'a', name: 'n' }] })`,
    `Type '"pno"' is not assignable to type '"a" | "pmo"'.`,
  ],
  [
    `defineOrg({ roles: { a: {} }, units: { pmo: {} }, services: [{ from: 'pmo', «to»: 'b', name: 'n' }] })`,
    `Type '"b"' is not assignable to type '"a"'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, pmo: {} }, units: { «pmo»: {} } })`,
    `Type '{}' is not assignable to type '"this id is taken by a role: roles and units share one namespace"'.`,
  ],
  [
    `defineOrg({ roles: { a: {}, pmo: {} }, units: { «pmo»: { head: 'a' } } })`,
    `Type '{ head: string; }' is not assignable to type '"this id is taken by a role: roles and units share one namespace"'.`,
  ],
  [
    `defineOrg({ roles: { a: { «titel»: 'A' } } })`,
    `Object literal may only specify known properties, but 'titel' does not exist in type 'RoleSpec<"a", "this org has no units", undefined, string>'. Did you mean to write 'title'?`,
  ],
  [
    `defineOrg({ roles: { a: { «floor»: 3 } } })`,
    `Object literal may only specify known properties, and 'floor' does not exist in type 'RoleSpec<"a", "this org has no units", undefined, string>'.`,
  ],
  [`defineOrg({ roles: { a: { «grade»: '7' } } })`, `Type 'string' is not assignable to type 'number'.`],
]

const ORG = `const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } }, units: { pmo: {} } }); `

const QUESTIONS: readonly Case[] = [
  [
    `${ORG}managerOf(org, «'analist'»)`,
    `Argument of type '"analist"' is not assignable to parameter of type '"analyst" | "lead" | "pmo"'.`,
  ],
  [
    `${ORG}roleOf(org, «'pmo'»)`,
    `Argument of type '"pmo"' is not assignable to parameter of type '"analyst" | "lead"'.`,
  ],
  [
    `${ORG}managementChainOf(org, 'analyst', { «lines»: 'doted' })`,
    `Type '"doted"' is not assignable to type 'Lines | undefined'. Did you mean '"dotted"'?`,
  ],
  [
    `managerOf({ «roles»: {} }, 'a')`,
    `Object literal may only specify known properties, and 'roles' does not exist in type 'Org<string, string, unknown, string>'.`,
  ],
]

const ROWS = `const rows = [{ post: '1', boss: 'x', level: 7 }]; `
const ROW = '{ post: string; boss: string; level: number; }'

const RECORDS: readonly Case[] = [
  [
    `${ROWS}orgFromRecords(rows, { «id»: 'pots' })`,
    `Type '"pots"' is not assignable to type 'Field<${ROW}, string>'.`,
  ],
  [
    `${ROWS}orgFromRecords(rows, { id: 'post', «grade»: 'boss' })`,
    `Type '"boss"' is not assignable to type 'Field<${ROW}, number | Blank>'.`,
  ],
  [
    `${ROWS}orgFromRecords(rows, { id: 'post', «managr»: 'boss' })`,
    `Object literal may only specify known properties, but 'managr' does not exist in type 'RecordOptions<${ROW}, DataField<${ROW}>>'. Did you mean to write 'manager'?`,
  ],
]

const APART: readonly Case[] = [
  [
    `const roles = { a: {}, c: { reportsTo: 'b' } } as const satisfies OrgSpec['roles']; defineOrg({ «roles» })`,
    `Type '{ readonly a: {}; readonly c: { readonly reportsTo: "b"; }; }' is not assignable to type '{ readonly a: RoleSpec<"a" | "c", "this org has no units", undefined, string>; readonly c: RoleSpec<"a" | "c", "this org has no units", undefined, string>; }'.
  The types of 'c.reportsTo' are incompatible between these types.
    Type '"b"' is not assignable to type '"a" | "c" | LineSpec<"a" | "c">'.`,
  ],
]

const IMPORT = `import { defineOrg, managementChainOf, managerOf, type OrgSpec, orgFromRecords, roleOf } from 'rolegraph'; `
const cases = [...SPEC, ...APART, ...QUESTIONS, ...RECORDS]
const compiled = compileSnippets(
  new Map(cases.map(([source], at) => [String(at), IMPORT + source.replace(/[«»]/g, '')])),
)

/** The compiler lists the members of a union in the order in which it first saw them, here in whichever test ran first. */
function sorted({ at, message }: Finding): Finding {
  const union = /"[^"]*"(?: \| "[^"]*")+/g
  return { at, message: message.replace(union, (members) => members.split(' | ').sort().join(' | ')) }
}

describe('the compiler says of', () => {
  it.each(cases.map(([source, message], at) => ({ source, message, name: String(at) })))(
    '$source',
    ({ source, message, name }) => {
      const [, underlined] = /«(.*)»/.exec(source) ?? []
      expect(compiled.findings(name).map(sorted)).toEqual([{ at: underlined, message }])
    },
  )
})
