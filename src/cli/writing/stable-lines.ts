import { type Org, toOrgDocument, visible } from '../../internal.js'

/**
 * A chart with one fact on each line, each with the role or unit that it is about: git shows which facts have changed, whatever the
 * layout of the file.
 */
export function stableLines(org: Org): string[] {
  const { rolegraph: _version, services = [], ...kinds } = toOrgDocument(org)
  const lines: string[] = []
  for (const [kinds_, entries] of Object.entries(kinds)) {
    const kind = kinds_ === 'people' ? 'person' : kinds_.slice(0, -1)
    for (const [id, spec] of entriesOf(entries)) {
      lines.push(`${kind} ${visible(id)}`)
      for (const [field, value] of Object.entries({ ...spec })) {
        if (Array.isArray(entries) && field === 'id') continue
        for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
          const text = typeof one === 'string' ? one : JSON.stringify(one)
          lines.push(`${kind} ${visible(id)}: ${field} ${visible(text)}`)
        }
      }
    }
  }
  for (const service of services) lines.push(`service ${visible(JSON.stringify(service))}`)
  return lines
}

/** The entries of a part of a document, which is an object by id or a list of objects with an id. */
function entriesOf(part: object): (readonly [string, object])[] {
  if (!Array.isArray(part)) return Object.entries(part).map(([id, spec]) => [id, { ...spec }])
  return part.map((spec: { readonly id: string }) => [spec.id, spec])
}
