/**
 * Whether `theirs` found a way for each pair where `ours` did, and none that is shorter; for how many pairs a longer one. Both are
 * the text of a checked answer: the years of each pair after the number of ways, -1 for none.
 */
export function agreesOnYears(ours, theirs) {
  const [best, found] = [ours, theirs].map((answer) => answer.split(' ').slice(1).map(Number))
  const agrees = best.every((years, pair) => (years === -1 ? found[pair] === -1 : found[pair] >= years))
  return { agrees, longer: found.filter((years, pair) => years > best[pair]).length, of: best.length }
}
