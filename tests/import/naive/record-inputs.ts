import type { Pick } from './csv-inputs.js'

/** Ids as JSON, of kinds that are easy to get wrong. */
export const ODD_IDS = [
  '"a"',
  '"b"',
  '"c"',
  '1',
  '2',
  '"1"',
  '"é"',
  '"漢"',
  '"__proto__"',
  '""',
  '"\\u0061"',
  '"007"',
  '-0',
]
/** Values as JSON, of kinds that are easy to get wrong. */
export const ODD_VALUES = [
  ...['null', 'true', 'false', '0', '1.50', '-0', '1e2', '12345678901234567890', '0.1', '[]', '{}'],
  ...[
    '"x"',
    '""',
    '"two\\nlines"',
    '"\\u00e9\\/"',
    '"😀"',
    '"\\ud83d\\ude00"',
    '{"a":1,"b":[true,{"c":null}]}',
  ],
  ...['["x",["y"]]', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', '{"\\u0061":1,"a":2}'],
]
const PIECES = [
  '"',
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\n',
  '\r\n',
  ' ',
  '\\',
  '1',
  '01',
  '.',
  '-',
  'é',
  'null',
  '\t',
  '',
]
const FIELDS = ['title', 'unit', 'holders', 'fte', 'dotted', 'site', 'email', '__proto__', '7']

/** Records that the naive reader can read: mostly sound, and often damaged in a place or two. */
export function recordsInput(pick: Pick): string {
  const of = <Item>(list: readonly Item[]): Item => list[pick(list.length)]
  const count = pick(8) === 0 ? 12 + pick(10) : pick(7)
  const ids = Array.from({ length: count }, (_, row) =>
    pick(6) === 0 ? of(ODD_IDS) : (ODD_IDS[row] ?? `"n${String(row)}"`),
  )
  const fields = FIELDS.filter(() => pick(2) === 0)
  const reference = (row: number): string =>
    pick(8) === 0
      ? of([...ODD_VALUES, '"nobody"'])
      : (ids[pick(4) === 0 ? pick(count) : pick(Math.max(row, 1))] ?? 'null')
  const valueOf = (field: string, row: number): string => {
    if (pick(12) === 0) return of(ODD_VALUES)
    if (field === 'title') return of(['"Boss"', '"PMO \\"Lead\\""', '"Añalyst"'])
    if (field === 'unit') return of(['"PMO"', '"Finance"', 'null', '"Sales \\u0026 more"'])
    if (field === 'holders') return of(['["Ada"]', '"Ada"', '["Ada","Grace \\"G\\""]', '[]', 'null'])
    if (field === 'fte') return of(['1', '0.5', '1.0', '2e-1', 'null'])
    if (field === 'dotted')
      return of([`[${gap}${reference(row)}]`, `[${reference(row)},${gap}${reference(row)}]`, reference(row)])
    return of(ODD_VALUES)
  }
  const gap = of(['', ' ', '\n', '\r\n  '])
  const members = ids.map((id, row) => {
    const manager = row === 0 && pick(6) > 0 ? 'null' : reference(row)
    const entries = [`"id":${gap}${id}`, `"manager":${manager}`]
    for (const field of fields) if (pick(5) > 0) entries.push(`"${field}":${valueOf(field, row)}`)
    if (pick(25) === 0) entries.push(entries[0])
    if (pick(15) === 0) entries.splice(pick(entries.length), 1)
    if (pick(4) === 0) entries.reverse()
    return pick(40) === 0 ? of(ODD_VALUES) : `{${entries.join(`,${gap}`)}}`
  })
  return damagedJson(`[${gap}${members.join(`,${gap}`)}${gap}]`, pick)
}

/** The same JSON, in one of four cases damaged in a place or two. */
export function damagedJson(sound: string, pick: Pick): string {
  let text = sound
  for (let damage = pick(4) === 0 ? 1 + pick(2) : 0; damage > 0; damage--) {
    const at = pick(text.length + 1)
    text = text.slice(0, at) + PIECES[pick(PIECES.length)] + text.slice(at + pick(3))
  }
  return text.replace(/\p{Surrogate}/gu, '')
}
