import type { Pick } from './csv-inputs.js'
import { damagedJson, ODD_IDS, ODD_VALUES } from './record-inputs.js'

const FIELDS = ['title', 'unit', 'holders', 'fte', 'dottedTo', 'data', 'titel', '__proto__']

/** Org documents that the naive reader can read: mostly sound, and often damaged in a place or two. */
export function documentInput(pick: Pick): string {
  const of = <Item>(list: readonly Item[]): Item => list[pick(list.length)]
  const isList = pick(3) === 0
  const textIds = ODD_IDS.filter((id) => id.startsWith('"'))
  const count = pick(8) === 0 ? 12 + pick(10) : pick(7)
  const ids = Array.from({ length: count }, (_, role) =>
    pick(8) === 0 ? of(textIds) : pick(4) === 0 ? `"${String(role)}"` : `"n${String(role)}"`,
  )
  const fields = FIELDS.filter((field) => pick(field === 'titel' || field === '__proto__' ? 12 : 2) === 0)
  const gap = of(['', ' ', '\n', '\r\n  '])
  const units = ['"PMO"', '"Finance"', '"Sales \\u0026 more"'].filter(() => pick(4) > 0)
  const reference = (role: number): string =>
    pick(8) === 0
      ? of([...ODD_VALUES, '"nobody"'])
      : (ids[pick(4) === 0 ? pick(count) : pick(Math.max(role, 1))] ?? 'null')
  const line = (role: number): string =>
    pick(5) === 0
      ? `{"to":${gap}${reference(role)}${of(['', ',"note":"x"', ',"as":"project"', ',"titel":1', ',"note":7'])}}`
      : reference(role)
  const valueOf = (field: string, role: number): string => {
    if (pick(12) === 0) return of(ODD_VALUES)
    if (field === 'title') return of(['"Boss"', '"PMO \\"Lead\\""', '"Añalyst"'])
    if (field === 'unit')
      return pick(9) === 0 ? of(['"nowhere"', ...ids]) : (units[pick(units.length)] ?? '"PMO"')
    if (field === 'holders') return of(['["Ada"]', '["Ada","Grace \\"G\\""]', '[]'])
    if (field === 'fte') return of(['1', '0.5', '1.0', '2e-1'])
    if (field === 'dottedTo')
      return of([line(role), `[${line(role)}]`, `[${line(role)},${gap}${line(role)}]`])
    if (field === 'data') return of(['{"site":"Lima","floor":2}', '{"tags":["a",["b"]]}', '[1]', 'null'])
    return of(ODD_VALUES)
  }
  const bodies = ids.map((id, role) => {
    const entries = isList ? [`"id":${gap}${id}`] : []
    if (role > 0 || pick(6) === 0) entries.push(`"reportsTo":${gap}${line(role)}`)
    for (const field of fields) if (pick(5) > 0) entries.push(`"${field}":${valueOf(field, role)}`)
    if (pick(25) === 0 && entries.length > 0) entries.push(entries[0])
    if (isList && pick(15) === 0) entries.shift()
    if (pick(4) === 0) entries.reverse()
    const body = pick(40) === 0 ? of(ODD_VALUES) : `{${entries.join(`,${gap}`)}}`
    return isList ? body : `${id}:${gap}${body}`
  })
  const roles = `"roles":${gap}${isList ? '[' : '{'}${gap}${bodies.join(`,${gap}`)}${gap}${isList ? ']' : '}'}`
  const parts = [`"rolegraph":${pick(30) === 0 ? of(ODD_VALUES) : of(['1', '2'])}`, roles]
  if (units.length > 0 || pick(2) === 0) {
    parts.push(`"units":${gap}{${units.map((unit) => `${unit}:${gap}{}`).join(`,${gap}`)}}`)
  }
  if (pick(20) === 0) parts.push(`"${of(['$schema', 'rols', 'roles'])}":${of(ODD_VALUES)}`)
  if (pick(4) === 0) parts.reverse()
  return damagedJson(`{${gap}${parts.join(`,${gap}`)}${gap}}`, pick)
}
