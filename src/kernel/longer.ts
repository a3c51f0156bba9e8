/** A copy of a column with room for more. */
export function longer<Column extends Uint8Array | Int32Array | Float64Array>(
  column: Column,
  length: number,
): Column {
  const made = new (column.constructor as new (length: number) => Column)(length)
  made.set(column)
  return made
}
