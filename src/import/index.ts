// What importers have in common
export type { Encoding } from './input/decode.js'
export type { ImportResult } from './input/importer.js'
export type { Limits } from './input/limits.js'
export type { ImportOptions, Source, StreamSource } from './input/source.js'

// Tables
export type { CsvData, CsvMatch, CsvOptions, CsvPart } from './csv/csv-options.js'
export { parseCsv, safeParseCsv } from './csv/parse-csv.js'
