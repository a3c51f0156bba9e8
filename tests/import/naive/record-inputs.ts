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
const PERSONAL = ['employee', 'who', 'mail', 'part', 'terms', 'since', 'until', 'lead', 'plan', 'line']
const FIELDS = ['title', 'unit', 'alsoIn', 'holders', 'fte', 'dotted', 'site', 'email', '__proto__', '7']

/** Records that the naive reader can read: mostly sound, and often damaged in a place or two. */
export function recordsInput(pick: Pick): string {
  const of = <Item>(list: readonly Item[]): Item => list[pick(list.length)]
  const count = pick(8) === 0 ? 12 + pick(10) : pick(7)
  const ids = Array.from({ length: count }, (_, row) =>
    pick(6) === 0 ? of(ODD_IDS) : (ODD_IDS[row] ?? `"n${String(row)}"`),
  )
  const isPersonal = pick(2) === 0
  const fields = [
    ...FIELDS.filter((field) => pick(2) === 0 || (isPersonal && field === 'dotted')),
    ...(isPersonal ? PERSONAL : []),
  ]
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
    if (field === 'alsoIn') return of(['["PMO"]', '"Safety"', '["Safety","Safety"]', 'null', '[]'])
    if (field === 'employee') return of(['"e1"', '"e2"', '3', '"3"', 'null', '"\\u00651"'])
    if (field === 'who') return of(['"Ada"', '"Bo"', 'null'])
    if (field === 'mail') return of(['"a@x.org"', 'null'])
    if (field === 'part') return of(['0.5', '1', 'null', pick(8) === 0 ? '0' : '2'])
    if (field === 'terms') return of(['"acting"', '"permanent"', 'null', '"\\u0061cting"'])
    if (field === 'since') return of(['"2026-01-01"', '"2024-02-29"', 'null'])
    if (field === 'until') return of(['"2026-12-31"', 'null', pick(8) === 0 ? '"2026-02-30"' : 'null'])
    if (field === 'plan') return of(['"planned"', '"active"', 'null'])
    if (field === 'line') return of(['"assistant"', 'null', '"x \\u0022"'])
    if (field === 'lead') return pick(3) === 0 ? reference(row) : of(['null', '[]'])
    if (field === 'dotted')
      return of([`[${gap}${reference(row)}]`, `[${reference(row)},${gap}${reference(row)}]`, reference(row)])
    return of(ODD_VALUES)
  }
  const gap = of(['', ' ', '\n', '\r\n  '])
  let before: readonly string[] = []
  const members = ids.map((id, row) => {
    if (row > 0 && isPersonal && pick(6) === 0) {
      // A further holder of the role of the record before.
      const kept = before.filter((entry) => !/^"(?:employee|who|mail|part|terms|since|until)"/.test(entry))
      return `{${[...kept, `"employee":"e${String(row)}"`].join(',')}}`
    }
    const manager = row === 0 && pick(6) > 0 ? 'null' : reference(row)
    const entries = [`"id":${gap}${id}`, `"manager":${manager}`]
    for (const field of fields)
      if (pick(5) > 0 || (row === 0 && PERSONAL.includes(field)))
        entries.push(`"${field}":${valueOf(field, row)}`)
    before = [...entries]
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
