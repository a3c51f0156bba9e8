/** docs/api.md as text, made from the doc comments of the public names and the questions of scripts/api-questions.ts. */
import { format, resolveConfig } from 'prettier'
import { API_SECTIONS, type ApiSection } from './api-questions.js'
import { type PublicName, publicNames } from './public-names.js'

/** The page, formatted as `npm run format` expects it. Throws if a public name has no place in it. */
export async function apiPage(): Promise<string> {
  const names = publicNames()
  const problems = placeProblems(names)
  if (problems.length > 0) throw new Error(`scripts/api-questions.ts: ${problems.join('; ')}`)
  const typesBySection = placedTypes(names)
  const parts = [
    '# Which function answers which question',
    '<!-- Written by `npm run write:docs` from the doc comments and scripts/api-questions.ts. -->',
    'Every public name of the package, by what you want to know. O(roles) is linear in the number of roles, and so on. Point ' +
      'at a name in an editor to read its full description with an example.',
    ...API_SECTIONS.flatMap((section) => sectionText(section, names, typesBySection.get(section) ?? [])),
  ]
  const config = await resolveConfig('docs/api.md')
  return format(parts.join('\n\n'), { ...config, parser: 'markdown' })
}

const keyOf = ({ name, from }: { readonly name: string; readonly from: string }): string => `${from} ${name}`

/** What is listed and does not exist, what exists and is not listed, and what is listed twice. */
function placeProblems(names: readonly PublicName[]): string[] {
  const values = new Set(names.filter(({ isType }) => !isType).map(keyOf))
  const listed = API_SECTIONS.flatMap(({ from, names: own }) =>
    Object.keys(own).map((name) => keyOf({ name, from })),
  )
  return [
    ...listed.filter((key) => !values.has(key)).map((key) => `${key} does not exist`),
    ...[...values].filter((key) => !listed.includes(key)).map((key) => `${key} is in no section`),
    ...listed.filter((key, index) => listed.indexOf(key) !== index).map((key) => `${key} is listed twice`),
  ]
}

/** Each type in the first section of its import whose functions mention it, directly or by another type. */
function placedTypes(names: readonly PublicName[]): ReadonlyMap<ApiSection, readonly string[]> {
  const types = new Map(names.filter(({ isType }) => isType).map((one) => [keyOf(one), one]))
  const placed = new Map<string, ApiSection>()
  for (const section of API_SECTIONS) {
    const pending = names.filter(({ name, from }) => from === section.from && name in section.names)
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      for (const name of one.mentions) {
        const type = types.get(keyOf({ name, from: section.from }))
        if (type === undefined || placed.has(keyOf(type))) continue
        placed.set(keyOf(type), section)
        pending.push(type)
      }
    }
  }
  const result = new Map<ApiSection, readonly string[]>()
  for (const [key, { name, from, mentions }] of types) {
    // A type that no function mentions is where the types are that it mentions.
    const near = [...mentions].flatMap((mention) => placed.get(keyOf({ name: mention, from })) ?? [])
    const section = placed.get(key) ?? near.at(0) ?? API_SECTIONS.find((one) => one.from === from)
    if (section !== undefined) result.set(section, [...(result.get(section) ?? []), name])
  }
  return result
}

function sectionText(section: ApiSection, names: readonly PublicName[], types: readonly string[]): string[] {
  const { title, from, note } = section
  const rows = Object.entries(section.names).map(([name, question]) => {
    const found = names.find((one) => one.name === name && one.from === from)
    return [question === '' ? (found?.summary ?? '') : question, `\`${name}\``, found?.complexity ?? '']
  })
  const withComplexity = rows.some(([, , complexity]) => complexity !== '')
  const head = ['question', `from \`${from}\``, ...(withComplexity ? ['complexity'] : [])]
  return [
    `## ${title}`,
    ...(note === undefined ? [] : [note]),
    table(head, rows),
    ...(types.length === 0
      ? []
      : [
          `Types: ${types
            .toSorted()
            .map((type) => `\`${type}\``)
            .join(', ')}.`,
        ]),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${head.map((_, at) => cells[at].replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '-')), ...rows.map(line)].join('\n')
}
