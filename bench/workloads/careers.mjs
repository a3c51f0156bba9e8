import { careersInGrades, lattice, randomCareers, shortCareers } from './career-records.mjs'
import { seeded } from './seeded.mjs'

/** The hand-written search through a large lattice is slow. */
const pairsIn = (count) => (count > 10_000 ? 20 : 100)
const GRADES = 10

/** Three moves per role, to any other role. */
export function careerLattice(count) {
  const random = seeded(7)
  const role = () => `r${Math.floor(random() * count)}`
  const pairs = Array.from({ length: pairsIn(count) }, () => [role(), role()])
  return careersOf(randomCareers(count, 1), pairs, [
    work('shortest by steps', 'shortestBySteps', pairs, (path) => path?.length ?? 0),
    {
      ...work('shortest by years', 'shortestByYears', pairs, Number),
      // The years are not one checksum, since one contender does not always find the shortest path.
      run: (contender, model) => {
        let found = 0
        for (const [from, to] of pairs) if (contender.shortestByYears(model, from, to) !== undefined) found++
        return found
      },
      check: (contender, model) =>
        pairs.map(([from, to]) => contender.shortestByYears(model, from, to) ?? -1).join(' '),
    },
    work('ten best by steps', 'tenBestBySteps', pairs, Number),
    work('ten best by years', 'tenBestByYears', pairs, Number),
  ])
}

/** All paths up ten grades, where every move leads into the next one. */
export function careerGrades(count) {
  const pairs = [0, 1, 2, 3, 4].map((place) => [`0.${place}`, `${GRADES - 1}.${place * 7}`])
  return careersOf(careersInGrades(GRADES, count / GRADES, 5), pairs, [
    work('all paths up ten grades', 'countOfAllPaths', pairs, Number),
  ])
}

/** All paths in careers of 40 roles, whose moves lead a few roles ahead. */
export function shortLattices(count) {
  const pairs = [0, 60, 120, 180, 240].map((career) => [`${career}.0`, `${career}.30`])
  return careersOf(shortCareers(count / 40, 40, 6, 5), pairs, [
    work('all paths in careers of 40 roles', 'countOfAllPaths', pairs, Number),
  ])
}

/** Ten layers of nine roles, each with a move to every role of the next one: 9^10 paths from the start to the goal. */
export function careerDiamonds() {
  const firstOnes = (name, to, settings) => ({
    key: name,
    name,
    asks: ['countOfPaths'],
    operations: 1,
    run: ({ countOfPaths }, org) => countOfPaths(org, 'start', to, { ...settings, limit: 1_000 }),
  })
  return careersOf(
    lattice(10, 9),
    [['start', 'goal']],
    [
      firstOnes('the first 1,000, best first', 'goal', {}),
      firstOnes('the first 1,000, by years', 'goal', { by: 'years' }),
      firstOnes("the first 1,000, order: 'any'", 'goal', { order: 'any' }),
      firstOnes('to a goal that nothing leads to', 'island', {}),
    ],
  )
}

function careersOf(records, pairs, works) {
  const [[from, to]] = pairs
  return {
    builds: 1,
    makeInput: () => records,
    firstQuestion: ({ shortestBySteps }, model) => shortestBySteps?.(model, from, to),
    works,
  }
}

function work(name, question, pairs, measure) {
  return {
    key: name,
    name,
    asks: [question],
    operations: pairs.length,
    run: (contender, model) => {
      let sum = 0
      for (const [from, to] of pairs) sum += measure(contender[question](model, from, to))
      return sum
    },
    check: (contender, model) =>
      pairs.map(([from, to]) => measure(contender[question](model, from, to))).join(' '),
  }
}
