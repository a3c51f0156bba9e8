import type { PictureMove } from '../picture/picture.js'

/**
 * The column of each box on a picture of careers: one further right than any box from which a move leads to it. A move
 * that closes a circle does not count.
 */
export function latticeLayers(count: number, moves: readonly PictureMove[]): number[] {
  const steps: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of moves) if (from !== to) steps[from].push(to)
  const state = new Uint8Array(count)
  const OPEN = 1
  const DONE = 2
  const finished: number[] = []
  const forward: number[][] = steps.map(() => [])
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue
    const open = [{ box: start, next: 0 }]
    state[start] = OPEN
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const { box } = frame
      if (frame.next === steps[box].length) {
        state[box] = DONE
        finished.push(box)
        open.pop()
        continue
      }
      const target = steps[box][frame.next++]
      if (state[target] === OPEN) continue
      forward[box].push(target)
      if (state[target] === DONE) continue
      state[target] = OPEN
      open.push({ box: target, next: 0 })
    }
  }
  const layers = Array.from({ length: count }, () => 0)
  for (const box of finished.toReversed()) {
    for (const target of forward[box]) layers[target] = Math.max(layers[target], layers[box] + 1)
  }
  return layers
}
