import type { CellReader, CsvRows } from './csv-rows.js'

/** Reads the name of a person: one column, or first and last name. */
export function fullName(rows: CsvRows): CellReader | undefined {
  return rows.reader('name') ?? firstAndLast(rows, ' ')
}

/** First and last name in one, or last and first with a comma between them; what is blank is left out. */
export function firstAndLast(rows: CsvRows, between: ' ' | ', '): CellReader | undefined {
  const [first, last] = [rows.reader('firstName'), rows.reader('lastName')]
  if (first === undefined || last === undefined) return first ?? last
  const [one, other] = between === ' ' ? [first, last] : [last, first]
  return (row) => {
    const [before, after] = [one(row).trim(), other(row).trim()]
    return before === '' || after === '' ? before + after : before + between + after
  }
}
