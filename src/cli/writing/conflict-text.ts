/** What stands after the markers of a conflict: none where git does not say. */
export interface Labels {
  readonly base: string | undefined
  readonly ours: string | undefined
  readonly theirs: string | undefined
}

/**
 * One text of two that differ only in what is in conflict: common lines once, and where they differ both, between conflict markers
 * as git writes them.
 */
export function conflictText(ours: string, theirs: string, labels: Labels, size: number): string {
  const [left, right] = [linesOf(ours), linesOf(theirs)]
  const out: string[] = []
  let [at, other] = [0, 0]
  for (const [l, r] of [...commonLines(left, right), [left.length, right.length] as const]) {
    const [mine, yours] = [left.slice(at, l), right.slice(other, r)]
    if (mine.length > 0 || yours.length > 0) {
      out.push(marker('<', size, labels.ours), ...mine, marker('=', size, undefined))
      out.push(...yours, marker('>', size, labels.theirs))
    }
    if (l < left.length) out.push(left[l])
    ;[at, other] = [l + 1, r + 1]
  }
  return out.map((line) => `${line}\n`).join('')
}

function marker(sign: string, size: number, label: string | undefined): string {
  return sign.repeat(size) + (label === undefined ? '' : ` ${label}`)
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** How far ahead the same line is looked for: conflicts are short, and the texts agree elsewhere. */
const AHEAD = 2000

/** Pairs of equal lines in order: for each difference, the nearest lines at which the texts meet again. */
function commonLines(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    if (left[l] === right[r]) {
      pairs.push([l++, r++])
      continue
    }
    const [nextLeft, nextRight] = meeting(left, right, l, r)
    ;[l, r] = [nextLeft, nextRight]
  }
  return pairs
}

function meeting(
  left: readonly string[],
  right: readonly string[],
  l: number,
  r: number,
): readonly [number, number] {
  for (let steps = 1; steps <= AHEAD; steps++) {
    for (let skip = 0; skip <= steps; skip++) {
      const [a, b] = [l + skip, r + steps - skip]
      if (a < left.length && b < right.length && left[a] === right[b]) return [a, b]
    }
  }
  return [left.length, right.length]
}
