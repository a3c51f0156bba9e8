/**
 * What two spellings of a column's header have in common: its letters and digits, without regard to case. `#` is
 * read as "number": `Employee #`, `Employee Number` and `employee_number` are one key.
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('#', 'number')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
