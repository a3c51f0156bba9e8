import { seeded } from './seeded.mjs'

/** Three different targets, or fewer if there are no more, each with at least 1 to 5 years. */
function movesTo(draw, random) {
  const targets = new Set()
  for (let tries = 0; targets.size < 3 && tries < 30; tries++) {
    const to = draw()
    if (to !== undefined) targets.add(to)
  }
  return Array.from(targets, (to) => {
    const least = 1 + Math.floor(random() * 5)
    return { to, years: [least, least + 2] }
  })
}

/** Moves from any role to any other, with cycles. */
export function randomCareers(count, seed) {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, role) => {
    const draw = () => {
      const to = Math.floor(random() * count)
      return to === role ? undefined : `r${to}`
    }
    return { id: `r${role}`, moves: movesTo(draw, random) }
  })
}

/** Grades of roles; every move leads into the next grade. */
export function careersInGrades(grades, width, seed) {
  const random = seeded(seed)
  return Array.from({ length: grades * width }, (_, index) => {
    const grade = Math.floor(index / width)
    const draw = () => (grade + 1 < grades ? `${grade + 1}.${Math.floor(random() * width)}` : undefined)
    return { id: `${grade}.${index % width}`, moves: movesTo(draw, random) }
  })
}

/** Many separate careers; every move leads a few roles ahead in its own career. */
export function shortCareers(careers, length, reach, seed) {
  const random = seeded(seed)
  return Array.from({ length: careers * length }, (_, index) => {
    const career = Math.floor(index / length)
    const place = index % length
    const draw = () => {
      const to = place + 1 + Math.floor(random() * reach)
      return to < length ? `${career}.${to}` : undefined
    }
    return { id: `${career}.${place}`, moves: movesTo(draw, random) }
  })
}

/** Layers of roles, each with a move to every role of the next layer, and an island that nothing leads to. */
export function lattice(layers, width) {
  const layer = (at) => Array.from({ length: width }, (_, place) => `${at}.${place}`)
  const moves = (targets) => targets.map((to, place) => ({ to, years: [1 + (place % 3)] }))
  const inner = Array.from({ length: layers }, (_, at) => {
    const targets = at + 1 < layers ? layer(at + 1) : ['goal']
    return layer(at).map((id) => ({ id, moves: moves(targets) }))
  })
  return [
    { id: 'start', moves: moves(layer(0)) },
    ...inner.flat(),
    { id: 'goal', moves: [] },
    { id: 'island', moves: [] },
  ]
}
