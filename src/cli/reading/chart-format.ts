/** The formats in which a chart can be given. */
export const FORMATS = Object.freeze([
  'json',
  'yaml',
  'csv',
  'records',
  'nested',
  'microsoft-graph',
  'scim',
  'google',
  'organogram',
  'ldif',
  'graphml',
  'gexf',
  'turtle',
  'json-ld',
] as const)

/**
 * A format of charts: `json` and `yaml` are org documents, `records` a JSON list of rows, `nested` JSON rows within
 * rows.
 */
export type ChartFormat = (typeof FORMATS)[number]

/** How much of a file tells its format. */
const HEAD = 65_536

/** The format of a text by its content, and by the ending of its name where the content does not say. */
export function formatOf(bytes: Uint8Array, name: string): ChartFormat {
  const head = headOf(bytes)
  if (/\.ya?ml$/i.test(name)) return 'yaml'
  if (/\.ldif$/i.test(name) || isLdif(head)) return 'ldif'
  if (/^<(\?xml|!|graphml|gexf)/i.test(head)) return /<(\w+:)?gexf\b/.test(head) ? 'gexf' : 'graphml'
  if (/\.(ttl|nt)$/i.test(name) || /^(#[^\n]*\s+)*(@prefix|@base)\s/.test(head)) return 'turtle'
  if (/\.jsonld$/i.test(name)) return 'json-ld'
  if (head.startsWith('{') || head.startsWith('[')) return jsonFormat(head)
  if (/\.(csv|tsv)$/i.test(name) || !looksLikeYaml(head)) return isOrganogram(head) ? 'organogram' : 'csv'
  return 'yaml'
}

/** The beginning of a text, in the encoding that its byte order mark names, else UTF-8. */
function headOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isLittle = first === 0xff && second === 0xfe
  const isBig = first === 0xfe && second === 0xff
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD)).trimStart()
}

/** The first line that is not a comment decides: a document marker, or a key of org documents. */
function looksLikeYaml(head: string): boolean {
  const line = head.split(/\r\n|\r|\n/).find((each) => each.trim() !== '' && !each.startsWith('#')) ?? ''
  return /^(%YAML\b|---(\s|$)|(["']?)(rolegraph|roles|units|people|services|since|effective)\3\s*:(\s|$))/.test(
    line,
  )
}

/** The first line that is not a comment decides, and of a version the next one. */
function isLdif(head: string): boolean {
  const lines = head.split(/\r\n|\n/).filter((each) => each.trim() !== '' && !/^[# ]/.test(each))
  const [first = '', second = ''] = lines
  return /^dn::? *\S/i.test(/^version: *\d+ *$/i.test(first) ? second : first)
}

function isOrganogram(head: string): boolean {
  const [line = ''] = head.split(/\r\n|\r|\n/)
  return /post unique reference/i.test(line) && /reports? to senior post/i.test(line)
}

/** Names that tell the directories apart. */
const OF_MICROSOFT = /^(@odata\..*|userPrincipalName|mailNickname|directReports)$/
const OF_GOOGLE = /^(primaryEmail|orgUnitPath|isMailboxSetup)$/

function jsonFormat(head: string): ChartFormat {
  const names = namesIn(head)
  if (head.startsWith('{') && (names[0].has('rolegraph') || names[0].has('roles'))) return 'json'
  if (names[0].has('@context') || names[0].has('@graph')) return 'json-ld'
  if (head.includes('urn:ietf:params:scim:')) return 'scim'
  const all = [...names[0], ...names[1]]
  if (head.includes('admin#directory#user') || all.some((name) => OF_GOOGLE.test(name))) return 'google'
  if (all.some((name) => OF_MICROSOFT.test(name))) return 'microsoft-graph'
  // Some tables of people have a column with the number of their children.
  if (/"children"\s*:\s*\[/.test(head)) return 'nested'
  return head.startsWith('{') ? 'json' : 'records'
}

/** The names in the outermost objects of a JSON text, and in the objects within those. The text may end anywhere. */
function namesIn(text: string): readonly [Set<string>, Set<string>] {
  const names: [Set<string>, Set<string>] = [new Set(), new Set()]
  let depth = 0
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    const name = match.at(1)
    if (match[0] === '{') depth++
    else if (match[0] === '}') depth--
    else if (depth === 1 && name !== undefined) names[0].add(name)
    else if (depth === 2 && name !== undefined) names[1].add(name)
  }
  return names
}
