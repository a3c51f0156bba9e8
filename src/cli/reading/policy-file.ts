import {
  type AnyIssueCode,
  gradeAboveReports,
  type GradeOptions,
  isOrgError,
  isPlainObject,
  maxLayers,
  maxSpan,
  minSpan,
  listed,
  nearestId,
  nearestSuggestion,
  noReportingToOneself,
  noRoleWithoutUnit,
  noSingleReport,
  noUnitWithoutHead,
  noVacantManager,
  oneTop,
  type Policy,
  policy,
  type PolicySpec,
  quote,
  quotedList,
  type Rule,
  type Severity,
  type StaffOption,
  type StarterFigures,
  starterPolicy,
  type VacantManagerOptions,
} from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'
import { formatOf } from './chart-format.js'
import { readBytes } from './read-bytes.js'
import { yamlPackage } from './yaml-package.js'

/** The policy that is checked where it is in the folder of the command and no other one is named. */
const POLICY_FILE = 'rolegraph.policy.json'

type Fields = ReadonlyMap<string, unknown>

/** A rule of the library: the fields that it takes, and how it is made of them. The library checks the values. */
interface RuleMaker {
  readonly fields: readonly string[]
  readonly make: (fields: Fields) => Rule<AnyIssueCode>
}

/** The option of the rules of spans. The library checks what it is. */
function staffOption(fields: Fields): StaffOption | undefined {
  return fields.has('staff') ? ({ staff: fields.get('staff') } as StaffOption) : undefined
}

const RULES: ReadonlyMap<string, RuleMaker> = new Map<string, RuleMaker>([
  [
    'maxSpan',
    {
      fields: ['max', 'staff'],
      make: (fields) => maxSpan(fields.get('max') as number, staffOption(fields)),
    },
  ],
  [
    'minSpan',
    {
      fields: ['min', 'staff'],
      make: (fields) => minSpan(fields.get('min') as number, staffOption(fields)),
    },
  ],
  ['maxLayers', { fields: ['max'], make: (fields) => maxLayers(fields.get('max') as number) }],
  ['oneTop', { fields: [], make: oneTop }],
  [
    'gradeAboveReports',
    {
      fields: ['allowEqual'],
      make: (fields) =>
        gradeAboveReports(
          fields.has('allowEqual') ? ({ allowEqual: fields.get('allowEqual') } as GradeOptions) : undefined,
        ),
    },
  ],
  ['noSingleReport', { fields: [], make: noSingleReport }],
  [
    'noVacantManager',
    {
      fields: ['maxReports'],
      make: (fields) =>
        noVacantManager(
          fields.has('maxReports')
            ? ({ maxReports: fields.get('maxReports') } as VacantManagerOptions)
            : undefined,
        ),
    },
  ],
  ['noReportingToOneself', { fields: [], make: noReportingToOneself }],
  ['noRoleWithoutUnit', { fields: [], make: noRoleWithoutUnit }],
  ['noUnitWithoutHead', { fields: [], make: noUnitWithoutHead }],
])

const REASONS = Object.freeze(['rule', 'because', 'source', 'severity'])

/** The policy of `--policy`, else that of the folder, else none. */
export async function policyOf({ options, world }: Call): Promise<Policy<string, AnyIssueCode>> {
  const path = options.text('policy')
  if (path !== undefined) return readPolicy(path, world)
  return world.files.facts(POLICY_FILE) === undefined ? [] : readPolicy(POLICY_FILE, world)
}

/** Reads a policy from a file: `{ "rules": { "one top": { "rule": "oneTop", "because": "…" } } }`, in JSON or YAML. */
async function readPolicy(path: string, world: World): Promise<Policy<string, AnyIssueCode>> {
  const fail = (what: string, advice = ''): never => {
    throw new CommandError(`the policy ${quote(path)} ${what}`, advice)
  }
  const content = await contentOf(path, world)
  if (!isPlainObject(content)) return fail('is not an object with rules', EXAMPLE)
  const entries = new Map(Object.entries({ ...content }))
  for (const key of entries.keys()) {
    if (!['rules', 'starter', '$schema'].includes(key)) {
      return fail(`has the key ${quote(key)}; it can have rules and starter`, EXAMPLE)
    }
  }
  const starter = entries.get('starter')
  const rules = entries.get('rules') ?? {}
  if (!isPlainObject(rules)) return fail('has rules that are not an object by name', EXAMPLE)
  try {
    const ours = Object.entries({ ...rules }).map(([name, spec]) => [name, specOf(name, spec, fail)] as const)
    return [
      ...(starter === undefined || starter === false
        ? []
        : starterPolicy(starter === true ? undefined : (starter as StarterFigures))),
      ...policy<string, AnyIssueCode>(Object.fromEntries(ours)),
    ]
  } catch (error) {
    if (isOrgError(error)) return fail(`is wrong: ${error.message}`)
    throw error
  }
}

const EXAMPLE =
  'For example: { "rules": { "one top": { "rule": "oneTop", "because": "The board speaks to one person." } } }'

function specOf(
  name: string,
  spec: unknown,
  fail: (what: string, advice?: string) => never,
): PolicySpec<AnyIssueCode> {
  const where = `has the rule ${quote(name)}`
  if (!isPlainObject(spec)) return fail(`${where}, which is not an object`, EXAMPLE)
  const fields = new Map(Object.entries({ ...spec }))
  const kind = fields.get('rule')
  const maker = typeof kind === 'string' ? RULES.get(kind) : undefined
  if (maker === undefined) {
    return fail(
      `${where} with rule: ${quote(kind)}; it can be ${listed([...RULES.keys()].map(quote), 'or')}`,
      nearestSuggestion(nearestId(kind, RULES.keys())),
    )
  }
  const known = [...REASONS, ...maker.fields]
  for (const field of fields.keys()) {
    if (known.includes(field)) continue
    return fail(
      `${where} with the field ${quote(field)}; it can have ${quotedList(known)}`,
      nearestSuggestion(nearestId(field, known)),
    )
  }
  // The library checks what they are.
  return {
    rule: maker.make(fields),
    because: fields.get('because') as string,
    ...(fields.has('source') && { source: fields.get('source') as string }),
    ...(fields.has('severity') && { severity: fields.get('severity') as Severity }),
  }
}

/** What a policy file has, in JSON or YAML. */
export async function contentOf(path: string, world: World): Promise<unknown> {
  const bytes = await readBytes(path, world)
  const isYaml = formatOf(bytes, path) === 'yaml'
  const text = new TextDecoder().decode(bytes)
  try {
    return isYaml ? (await yamlPackage(world)).parse(text, { maxAliasCount: 0 }) : JSON.parse(text)
  } catch (error) {
    if (error instanceof CommandError) throw error
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new CommandError(`the policy ${quote(path)} is not ${isYaml ? 'YAML' : 'JSON'}: ${reason}`)
  }
}
