const ESCAPED = '~escaped/'

/** The key of a node as an exporter has written it: `~escaped/` begins keys with characters that XML cannot hold. */
export function keyOfXml(key: string): string {
  if (!key.startsWith(ESCAPED)) return key
  return key
    .slice(ESCAPED.length)
    .replace(/\\u([0-9a-f]{4})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
