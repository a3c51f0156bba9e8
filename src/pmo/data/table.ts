/** A table with the same keys, whose values are made from the old ones and their keys. */
export function mapped<Key extends string, From, To>(
  table: { readonly [K in Key]: From },
  make: (value: From, key: Key) => To,
): { readonly [K in Key]: To } {
  const entries = (Object.keys(table) as Key[]).map((key): [Key, To] => [key, make(table[key], key)])
  // Object.fromEntries loses the keys; they are those of the table.
  return Object.fromEntries(entries) as { readonly [K in Key]: To }
}
