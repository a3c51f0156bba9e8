/** The years of a move: "2–4 years", "4+ years", "1 year". */
export function yearsText([min, max]: readonly [number, number], dash = '–'): string {
  if (max === Infinity) return `${String(min)}+ years`
  if (min === max) return `${String(min)} ${min === 1 ? 'year' : 'years'}`
  return `${String(min)}${dash}${String(max)} years`
}
