import { readFileSync } from 'node:fs'
import { type Org, rolesOf } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import {
  parseCsv,
  parseGoogleDirectory,
  parseMicrosoftGraph,
  parseOrganogram,
  parseOrgDocument,
  parseScim,
  safeParseOrgDocument,
} from 'rolegraph/import'
import { pmoOrg } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { corrected, CORRECTIONS, HR_EXPORT, HR_OPTIONS } from '../../../examples/support/hr-export.js'
import { everythingOf } from '../../support/everything-of.js'
import { tangle } from '../../support/office.js'

const fixture = (path: string): string =>
  readFileSync(new URL(`../../import/${path}`, import.meta.url), 'utf8')
const organogram = (name: string): Uint8Array =>
  readFileSync(new URL(`../../import/data/uk-organogram/${name}.csv`, import.meta.url))
const employees = fixture('data/adventureworks/employees.csv')
const hrExport = readFileSync(HR_EXPORT, 'utf8')

const SUCCESS_FACTORS = `STATUS,USERID,MANAGER,MATRIX_MANAGER,TITLE,DEPARTMENT
STATUS,USERID,Manager,Matrix manager,Title,Department
active,007,NO_MANAGER,,PMO Director,PMO
active,7,007,,PMO Manager,PMO
active,12,7,007|7,"Analyst, ""senior""",
`

type Case = readonly [name: string, roles: number, make: () => Org, issues?: readonly string[]]

/** With the issues that the document has too when it is read: those of the chart, and none of the file it came from. */
const cases: readonly Case[] = [
  ['an org document in JSON', 4, () => parseOrgDocument(fixture('document/fixtures/pmo.json'))],
  ['one in YAML', 4, () => parseOrgDocument(fixture('document/fixtures/pmo.yaml'), { yaml: YAML })],
  ['one whose ids are numbers', 4, () => parseOrgDocument(fixture('document/fixtures/numbers.json'))],
  ['a CSV export, mended', 25, () => parseCsv(corrected(hrExport, CORRECTIONS), HR_OPTIONS)],
  ['a CSV export of SuccessFactors', 3, () => parseCsv(SUCCESS_FACTORS)],
  ['AdventureWorks', 290, () => parseCsv(employees, { columns: { id: 'BusinessEntityID' } })],
  [
    'the organogram of the Department of Health',
    313,
    () =>
      parseOrganogram(organogram('doh-2011-09-30-senior'), { junior: organogram('doh-2011-09-30-junior') }),
  ],
  [
    'the organogram of HM Revenue and Customs',
    346,
    () => parseOrganogram(organogram('hmrc-2011-03-31-senior'), { cost: 'ceiling' }),
    // Characters were lost before the file was published.
    ['INVALID_ENCODING'],
  ],
  [
    'the organogram of the Crown Prosecution Service',
    70,
    () =>
      parseOrganogram(organogram('cps-2013-09-30-senior'), {
        junior: organogram('cps-2013-09-30-junior'),
        cost: 'floor',
      }),
  ],
  [
    'the organogram of NHS England',
    293,
    () =>
      parseOrganogram(
        readFileSync(new URL('../../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)),
      ),
  ],
  [
    'users of Microsoft Graph',
    5,
    () =>
      parseMicrosoftGraph(
        `[${fixture('directory/fixtures/microsoft-graph-page-1.json')}, ${fixture('directory/fixtures/microsoft-graph-page-2.json')}]`,
      ),
  ],
  [
    'a user of Microsoft Graph with the whole chain',
    4,
    () => parseMicrosoftGraph(fixture('directory/fixtures/microsoft-graph-chain.json')),
  ],
  ['users of SCIM', 4, () => parseScim(fixture('directory/fixtures/scim-list-response.json'))],
  ['users of Google', 4, () => parseGoogleDirectory(fixture('directory/fixtures/google-users.json'))],
  ['the reference model', 32, () => pmoOrg({ authority: 'directive', scope: 'enterprise' })],
  [
    'a dirty CSV export',
    23,
    () => parseCsv(hrExport, { mode: 'lenient' }),
    // Managers that the table does not have are still unknown.
    ['UNKNOWN_MANAGER', 'UNKNOWN_MANAGER', 'UNKNOWN_MANAGER', 'SELF_REPORT', 'REPORTING_CYCLE'],
  ],
  ['a chart with circles', 12, () => tangle, ['SELF_REPORT', 'REPORTING_CYCLE', 'REPORTING_CYCLE']],
]

describe.each(cases.map(([name, ...rest]) => ({ name, rest })))('$name as an org document', ({ rest }) => {
  const [roles, make, codes = []] = rest
  const org = make()
  const written = toOrgDocument(org)
  const mode = codes.includes('REPORTING_CYCLE') ? 'lenient' : 'strict'

  it(`has all ${String(roles)} roles`, () => {
    expect(rolesOf(org)).toHaveLength(roles)
  })

  it('gives the same answers from JSON', () => {
    const again = parseOrgDocument(JSON.stringify(written), { mode })
    expect(everythingOf(again)).toEqual(everythingOf(org))
  })

  it('gives the same answers from YAML', () => {
    const text = YAML.stringify(written, { aliasDuplicateObjects: false })
    expect(everythingOf(parseOrgDocument(text, { yaml: YAML, mode }))).toEqual(everythingOf(org))
  })

  it('is the same text when it is written again', () => {
    const text = JSON.stringify(written)
    expect(JSON.stringify(toOrgDocument(parseOrgDocument(text, { mode })))).toBe(text)
  })

  it('has the issues of the chart itself', () => {
    const { ok, issues } = safeParseOrgDocument(JSON.stringify(written))
    expect(ok).toBe(mode === 'strict')
    expect(issues.map(({ code }) => code)).toEqual(codes)
  })
})
