import { readFileSync } from 'node:fs'
import { type Org, orgFromRecords } from 'rolegraph'

/** A level of a role in the framework's files, with competencies such as `core-competencies/attitude/2`. */
interface Level {
  readonly title: string
  readonly path: string
  readonly competencies: { readonly required?: readonly string[] }
}

interface FrameworkRole {
  readonly title: string
  readonly path: string
  readonly levels: readonly Level[]
}

interface Department {
  readonly title: string
  readonly path: string
  readonly departments?: readonly Department[]
  readonly roles?: readonly FrameworkRole[]
}

/** A rung: one level of one role. */
export interface Rung {
  readonly id: string
  readonly title: string
  readonly department: string
  readonly role: string
  readonly competencies: readonly string[]
  /** The next level of the same role: the only moves in the framework itself. */
  readonly next: string | undefined
}

/** The rungs in a file of the framework, including nested departments. */
export function readRungs(file: URL): Rung[] {
  const root = JSON.parse(readFileSync(file, 'utf8')) as Department
  const rungs: Rung[] = []
  const open = [root]
  for (let department = open.pop(); department !== undefined; department = open.pop()) {
    const { path, roles = [], departments = [] } = department
    for (const role of roles) rungs.push(...rungsOf(role, path))
    open.push(...departments.toReversed())
  }
  return rungs
}

function rungsOf(role: FrameworkRole, department: string): Rung[] {
  const ids = role.levels.map((level) => `${role.path}/${level.path}`)
  return role.levels.map((level, index) => ({
    id: ids[index],
    title: level.title,
    department,
    role: role.path,
    competencies: level.competencies.required ?? [],
    next: ids.at(index + 1),
  }))
}

/** A move that is not in the framework but is assumed. */
export interface AssumedMove {
  readonly from: string
  readonly to: string
  readonly note: string
}

/** The rungs as an org: each level is a role, its competencies are skills, and the framework's role is its family. */
export function careerFramework(rungs: readonly Rung[], assumed: readonly AssumedMove[] = []): Org {
  return orgFromRecords(rungs, {
    id: 'id',
    title: 'title',
    unit: (rung) => `department:${rung.department}`,
    family: 'role',
    skills: 'competencies',
    moves: ({ id, next }) => [
      ...(next === undefined ? [] : [{ to: next, sources: ['framework'] }]),
      ...assumed
        .filter(({ from }) => from === id)
        .map(({ to, note }) => ({ to, note, kind: 'transition' as const, hedge: 'may' as const })),
    ],
  })
}

/** A competency without its level, and the level: `['core-competencies/attitude', '2']`. */
export function competencyAndLevel(skill: string): readonly [competency: string, level: string] {
  const cut = skill.lastIndexOf('/')
  return [skill.slice(0, cut), skill.slice(cut + 1)]
}

/** What each step up within a role no longer requires: a competency of the lower level that the upper one lacks. */
export function droppedCompetencies(
  rungs: readonly Rung[],
): { readonly rung: Rung; readonly next: Rung; readonly competency: string }[] {
  return rungs.flatMap((rung) => {
    const next = rungs.find(({ id }) => id === rung.next)
    if (next === undefined) return []
    const kept = new Set(next.competencies.map((skill) => competencyAndLevel(skill)[0]))
    return rung.competencies
      .map((skill) => competencyAndLevel(skill)[0])
      .filter((competency) => !kept.has(competency))
      .map((competency) => ({ rung, next, competency }))
  })
}
