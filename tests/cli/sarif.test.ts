import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

// The schema is of an older draft, of which it uses nothing that has changed except for these names.
const { $schema: _draft, id: $id, ...body } = schema
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
  ...body,
  $id,
})

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } }
    readonly results: readonly SarifResult[]
  }[]
}
interface SarifRule {
  readonly id: string
  readonly defaultConfiguration: { readonly level: string }
}
interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: { readonly startLine: number; readonly startColumn: number }
    }
  }[]
}

const rule = (severity: string): object => ({ rule: 'maxSpan', max: 0, because: 'A test.', severity })
const folder = folderWith({
  'sound.yaml': 'rolegraph: 1\nroles: { a: {}, b: { reportsTo: a } }\n',
  'dé/a b%#?.yaml': 'rolegraph: 1\nroles:\n  a: { reportsTo: b }\n  b: { reportsTo: a }\n  c: {}\n',
  'misspelt.csv': 'id,boss\nlead,\nanalyst,lead\n',
  'broken.json': '{ "roles": ',
  'policy.json': JSON.stringify({ rules: { strict: rule('error'), loose: rule('info') } }),
})

async function sarifOf(args: readonly string[]): Promise<Sarif['runs'][number]> {
  const { out } = await command(folder, ['check', ...args, '--format', 'sarif'])
  const log = JSON.parse(out) as Sarif
  validate(log)
  expect(validate.errors).toBeNull()
  return log.runs[0]
}

describe('SARIF', () => {
  it('refuses a log with a misspelt property, so that the schema is at work', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { nam: 'x' } } }] })).toBe(false)
  })

  it.each(['sarif', 'junit'])('has advice after a question in a sentence of its own: %s', async (format) => {
    const { out } = await command(folder, [
      'check',
      'misspelt.csv',
      '--column',
      'manager=bos',
      '--format',
      format,
    ])
    expect(out).toContain("did you mean 'boss'? The columns are 'id' and 'boss'.")
  })

  it('has no results for a sound chart, and says which rules were checked', async () => {
    const { results, tool } = await sarifOf(['sound.yaml'])
    expect(results).toEqual([])
    const levels = new Map(tool.driver.rules.map((each) => [each.id, each.defaultConfiguration.level]))
    expect(levels.get('REPORTING_CYCLE')).toBe('error')
    const warnings = [
      'HEAD_OUTSIDE_UNIT',
      'ISOLATED_ROLE',
      'LOOK_ALIKE_IDS',
      'REPEATED_HOLDER',
      'OVER_FULL_TIME',
    ]
    expect(warnings.map((id) => levels.get(id))).toEqual(warnings.map(() => 'warning'))
    expect([levels.get('DOUBLED_LINE'), levels.get('DOTTED_CYCLE')]).toEqual(['note', 'note'])
  })

  it('names the file as a relative URI, encoded by segment, with positions from 1', async () => {
    const { results } = await sarifOf(['dé/a b%#?.yaml'])
    const places = results.map(({ ruleId, locations }) => [ruleId, locations[0].physicalLocation])
    const uri = 'd%C3%A9/a%20b%25%23%3F.yaml'
    expect(places).toEqual([
      ['REPORTING_CYCLE', { artifactLocation: { uri }, region: { startLine: 3, startColumn: 19 } }],
      ['ISOLATED_ROLE', { artifactLocation: { uri }, region: { startLine: 5, startColumn: 1 } }],
    ])
  })

  it('has one severity for each rule, and each result refers to a rule of its level', async () => {
    const { results, tool } = await sarifOf(['sound.yaml', 'dé/a b%#?.yaml', '--policy', 'policy.json'])
    const { rules } = tool.driver
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(results.length).toBeGreaterThan(3)
    for (const { ruleId, ruleIndex, level } of results) {
      expect([rules[ruleIndex].id, rules[ruleIndex].defaultConfiguration.level]).toEqual([ruleId, level])
    }
    const ofPolicy = results.filter(({ ruleId }) => ruleId.startsWith('SPAN_OVER_MAX'))
    expect(new Set(ofPolicy.map(({ ruleId, level }) => `${ruleId} ${level}`))).toEqual(
      new Set(['SPAN_OVER_MAX/strict error', 'SPAN_OVER_MAX/loose note']),
    )
  })

  it('reports a file of which no chart can be made', async () => {
    const { results } = await sarifOf(['broken.json'])
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['INVALID_DOCUMENT'])
  })
})
