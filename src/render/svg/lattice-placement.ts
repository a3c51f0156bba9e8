import type { Picture, PictureMove } from '../picture/picture.js'
import { BOX_WIDTH } from './box-size.js'
import type { Placement } from './placement.js'

const BETWEEN_COLUMNS = 110
const BETWEEN_ROWS = 22
/** The height that a move takes where it passes a column. */
const PASS = 18
const SWEEPS = 8

/** A box, or the point where a long move passes a column. */
interface Stop {
  readonly layer: number
  readonly height: number
  readonly left: Stop[]
  readonly right: Stop[]
  top: number
}

/** Where boxes are placed, and for each move the heights at which it passes the columns between its ends. */
export interface LatticePlacement extends Placement {
  readonly passes: readonly (readonly { readonly left: number; readonly middle: number }[])[]
}

/** Places careers in columns from left to right, with connected boxes close to each other. */
export function latticePlacement({ boxes, moves }: Picture, height: number): LatticePlacement {
  const layers = latticeLayers(boxes.length, moves)
  const stopOf = (layer: number, high: number): Stop => ({ layer, height: high, left: [], right: [], top: 0 })
  const stops = boxes.map(({ index }) => stopOf(layers[index], height))
  const columns: Stop[][] = []
  for (const stop of stops) (columns[stop.layer] ??= []).push(stop)
  const passing = moves.map((move) =>
    passingStops(move, stops, (layer) => {
      const stop = stopOf(layer, PASS)
      columns[layer].push(stop)
      return stop
    }),
  )

  for (const column of columns) stack(column)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const leftToRight = sweep % 2 === 0
    for (const column of leftToRight ? columns : columns.toReversed()) {
      arrange(column, leftToRight ? 'left' : 'right')
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) settle(column)
  }
  const least = columns.flat().reduce((min, { top }) => Math.min(min, top), Infinity)
  for (const stop of columns.flat()) stop.top = Math.round(stop.top - least)

  const leftOf = (layer: number): number => layer * (BOX_WIDTH + BETWEEN_COLUMNS)
  return {
    left: stops.map(({ layer }) => leftOf(layer)),
    top: stops.map(({ top }) => top),
    passes: passing.map((passed) =>
      passed.map(({ layer, top }) => ({ left: leftOf(layer), middle: top + PASS / 2 })),
    ),
    width: columns.length === 0 ? 0 : leftOf(columns.length - 1) + BOX_WIDTH,
    height: columns.flat().reduce((most, stop) => Math.max(most, stop.top + stop.height), 0),
  }
}

/** The stops at which a move passes the columns between its ends; none for a move that leads back. */
function passingStops(
  { from, to }: PictureMove,
  stops: readonly Stop[],
  add: (layer: number) => Stop,
): Stop[] {
  const passed: Stop[] = []
  let last = stops[from]
  const link = (next: Stop): void => {
    last.right.push(next)
    next.left.push(last)
    last = next
  }
  if (stops[to].layer <= stops[from].layer) return []
  for (let layer = stops[from].layer + 1; layer < stops[to].layer; layer++) {
    const stop = add(layer)
    passed.push(stop)
    link(stop)
  }
  link(stops[to])
  return passed
}

function stack(column: readonly Stop[]): void {
  const whole = column.reduce((sum, stop) => sum + stop.height + BETWEEN_ROWS, 0)
  let top = -whole / 2
  for (const stop of column) {
    stop.top = top
    top += stop.height + BETWEEN_ROWS
  }
}

const middleOf = ({ top, height }: Stop): number => top + height / 2

function wantedMiddle(stop: Stop, neighbours: readonly Stop[]): number {
  if (neighbours.length === 0) return middleOf(stop)
  return neighbours.reduce((sum, each) => sum + middleOf(each), 0) / neighbours.length
}

/** Sorts a column by the mean height of the neighbours of its stops on one side. */
function arrange(column: Stop[], side: 'left' | 'right'): void {
  const wanted = new Map(column.map((stop) => [stop, wantedMiddle(stop, stop[side])]))
  column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
  stack(column)
}

/** Moves the stops of a column towards their neighbours, keeping their order and without overlap. */
function settle(column: readonly Stop[]): void {
  const wanted = column.map((stop) => wantedMiddle(stop, [...stop.left, ...stop.right]) - stop.height / 2)
  let bottom = -Infinity
  const down = column.map((stop, place) => {
    const top = Math.max(wanted[place], bottom)
    bottom = top + stop.height + BETWEEN_ROWS
    return top
  })
  let above = Infinity
  const up = column.map(() => 0)
  for (let place = column.length - 1; place >= 0; place--) {
    up[place] = Math.min(wanted[place], above - column[place].height - BETWEEN_ROWS)
    above = up[place]
  }
  // Both keep the order and the distances, so their mean does too.
  for (const [place, stop] of column.entries()) stop.top = (down[place] + up[place]) / 2
}

/**
 * The column of each box in a picture of careers: one to the right of every box with a move to it. A move that closes a
 * cycle does not count.
 */
function latticeLayers(count: number, moves: readonly PictureMove[]): number[] {
  const steps: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of moves) if (from !== to) steps[from].push(to)
  const state = new Uint8Array(count)
  const ON_STACK = 1
  const DONE = 2
  const finished: number[] = []
  const forward: number[][] = steps.map(() => [])
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue
    const stack = [{ box: start, next: 0 }]
    state[start] = ON_STACK
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const { box } = frame
      if (frame.next === steps[box].length) {
        state[box] = DONE
        finished.push(box)
        stack.pop()
        continue
      }
      const target = steps[box][frame.next++]
      if (state[target] === ON_STACK) continue
      forward[box].push(target)
      if (state[target] === DONE) continue
      state[target] = ON_STACK
      stack.push({ box: target, next: 0 })
    }
  }
  const layers = Array.from({ length: count }, () => 0)
  for (const box of finished.toReversed()) {
    for (const target of forward[box]) layers[target] = Math.max(layers[target], layers[box] + 1)
  }
  return layers
}
