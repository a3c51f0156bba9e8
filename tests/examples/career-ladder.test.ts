import { careerGap, careerPath, entryRolesOf, isLattice, ladderOf, rolesOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import {
  careerFramework,
  droppedCompetencies,
  readRungs,
} from '../../examples/support/read-career-framework.js'

const rungs = ['product-and-engineering', 'creative', 'sso'].flatMap((file) => {
  return readRungs(new URL(`../../examples/data/unidays-ladder/roles/${file}.json`, import.meta.url))
})
const org = careerFramework(rungs)

// The figures were worked out by another program over the same files.
describe('the published career framework', () => {
  it('has 19 roles with 41 levels', () => {
    expect(rolesOf(org)).toHaveLength(41)
    expect(new Set(rungs.map((rung) => rung.role)).size).toBe(19)
  })

  it.each([
    ['software-engineer', 4],
    ['infrastructure-engineer', 4],
    ['software-architect', 2],
    ['senior-manager', 2],
    ['it-support-analyst', 4],
    ['product-manager', 2],
    ['head-of-product', 1],
  ])('the ladder of %s has %d rungs of one role each', (family, length) => {
    const { rungs: ladder } = ladderOf(org, family)
    expect(ladder.map((rung) => rung.length)).toEqual(Array(length).fill(1))
  })

  it('has ladders and no lattice: its only way to the chief technology officer is from the head of engineering', () => {
    expect(isLattice(org)).toBe(false)
    const top = 'senior-manager/chief-technology-officer'
    expect(rolesOf(org).filter((role) => role !== top && careerPath(org, role, top) !== undefined)).toEqual([
      'senior-manager/head-of-engineering',
    ])
  })

  it('drops one competency on one step up', () => {
    expect(
      droppedCompetencies(rungs).map(({ rung, next, competency }) => [rung.id, next.id, competency]),
    ).toEqual([
      [
        'product-manager/technical-product-manager',
        'product-manager/senior-product-manager',
        'engineering-competencies/software-engineering',
      ],
    ])
  })

  it('begins ten careers with more than one level', () => {
    expect(entryRolesOf(org)).toEqual([
      'software-engineer/junior-software-engineer',
      'front-end-engineer/junior-front-end-engineer',
      'test-engineer/junior-test-engineer',
      'infrastructure-engineer/junior-infrastructure-engineer',
      'software-architect/software-architect',
      'ui-ux-designer/junior-ui-ux-designer',
      'senior-manager/head-of-engineering',
      'it-support-analyst/1st-line-analyst',
      'product-manager/technical-product-manager',
      'design/creative-strategist',
    ])
  })

  it('marks an assumed move, and makes a lattice of the ladders with it', () => {
    const assumed = careerFramework(rungs, [
      {
        from: 'software-architect/senior-software-architect',
        to: 'senior-manager/head-of-engineering',
        note: 'assumed',
      },
    ])
    expect(isLattice(assumed)).toBe(true)
    const gap = careerGap(
      assumed,
      'software-architect/software-architect',
      'senior-manager/chief-technology-officer',
    )
    expect(gap?.path.moves.map((move) => move.hedge)).toEqual([undefined, 'may', undefined])
    // A software architect has every competency that the framework asks of a chief technology officer.
    expect(gap?.skills).toEqual([])
  })

  it('asks a junior engineer for higher levels of the same competencies', () => {
    const gap = careerGap(
      org,
      'software-engineer/junior-software-engineer',
      'software-engineer/senior-software-engineer',
    )
    const [middle, senior] = ['mid-level', 'senior'].map(
      (level) => `software-engineer/${level}-software-engineer`,
    )
    expect(gap?.skills.map(({ name, role }) => [name, role])).toEqual([
      ['core-competencies/delivering-value/2', middle],
      ['core-competencies/client-focus/2', middle],
      ['core-competencies/planning-and-organisation/2', middle],
      ['core-competencies/problem-solving/2', middle],
      ['core-competencies/communication/3', middle],
      ['core-competencies/striving-for-success/3', middle],
      ['core-competencies/team-orientation/3', middle],
      ['core-competencies/delivering-value/3', senior],
      ['core-competencies/client-focus/3', senior],
      ['core-competencies/planning-and-organisation/3', senior],
      ['core-competencies/problem-solving/3', senior],
      ['core-competencies/team-orientation/4', senior],
    ])
  })
})
