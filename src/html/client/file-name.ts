const MOST = 100

/** The name of a file with this title: without the characters that a file system or a shell may refuse. */
export function fileName(title: string, extension: string): string {
  const bare = title
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
  // Letters outside the basic plane are not cut in half.
  const name = Array.from(bare).slice(0, MOST).join('').trim()
  return `${name === '' ? 'org-chart' : name}.${extension}`
}
