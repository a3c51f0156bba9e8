// With `declaration: true` the compiler must name the types of these, in a project that imports nothing else.
import { parseCsv, parseOrganogram, safeParseCsv } from 'rolegraph/import'

export const org = parseCsv('id,manager\n1,\n2,1\n')
export const result = safeParseCsv('id\n1\n')
export const read = (text: string) => parseOrganogram(text)
