/** A table with the same keys, each value made of the old one and its key. */
export function mapped<Key extends string, From, To>(
  table: { readonly [K in Key]: From },
  make: (value: From, key: Key) => To,
): { readonly [K in Key]: To } {
  const entries = (Object.keys(table) as Key[]).map((key): [Key, To] => [key, make(table[key], key)])
  // Object.fromEntries forgets the keys; they are those of the table.
  return Object.fromEntries(entries) as { readonly [K in Key]: To }
}
