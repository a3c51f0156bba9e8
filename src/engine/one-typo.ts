/** Words with fewer letters must not have a typo. */
const LEAST = 5

/**
 * Whether `written` is `word` with exactly one typo: a letter left out, added, replaced or swapped with its neighbour. The
 * word must have at least five letters and no digit: a number with a wrong digit is another number. O(letters).
 */
export function isOneTypo(written: string, word: string): boolean {
  const longer = written.length - word.length
  if (word.length < LEAST || longer > 1 || longer < -1) return false
  let at = 0
  while (at < word.length && written.charCodeAt(at) === word.charCodeAt(at)) at++
  if (at === word.length && longer === 0) return false
  return isSameAfterTypo(written, word, at, longer) && !/\d/.test(word)
}

/** Whether the words are the same after the first letter that differs. */
function isSameAfterTypo(written: string, word: string, at: number, longer: number): boolean {
  if (longer === 1) return isSameFrom(written, at + 1, word, at)
  if (longer === -1) return isSameFrom(written, at, word, at + 1)
  if (isSameFrom(written, at + 1, word, at + 1)) return true
  const isSwapped =
    written.charCodeAt(at) === word.charCodeAt(at + 1) && written.charCodeAt(at + 1) === word.charCodeAt(at)
  return isSwapped && isSameFrom(written, at + 2, word, at + 2)
}

function isSameFrom(a: string, fromA: number, b: string, fromB: number): boolean {
  for (let step = 0; fromA + step < a.length; step++) {
    if (a.charCodeAt(fromA + step) !== b.charCodeAt(fromB + step)) return false
  }
  return true
}
