/**
 * Whether `theirs` found a path for each pair where `ours` did, and never a shorter one; and for how many pairs a longer one. Both
 * are the text of a checked answer: the number of paths, then the years of each pair, -1 for none.
 */
export function agreesOnYears(ours, theirs) {
  const [best, found] = [ours, theirs].map((answer) => answer.split(' ').slice(1).map(Number))
  const agrees = best.every((years, pair) => (years === -1 ? found[pair] === -1 : found[pair] >= years))
  return { agrees, longer: found.filter((years, pair) => years > best[pair]).length, of: best.length }
}
