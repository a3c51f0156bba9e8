import {
  addToList,
  counted,
  hierarchyIndexOf,
  type HierarchyIndex,
  NONE,
  type Org,
  positionOf,
  quote,
  quotedList,
  runEndOf,
} from '../../internal.js'
import type { DocumentPath } from '../document/document-tree.js'
import {
  type DirectoryData,
  type DirectoryInput,
  directoryOrg,
  type DirectoryUnit,
  type DirectoryUser,
  type FieldPaths,
} from '../directory/directory-org.js'
import { DIRECTORY_OPTIONS, type DirectoryOptions, type PageShape } from '../directory/directory-pages.js'
import { addAt, type JsonDocument } from '../json/json-object.js'
import { ManagerFaults } from '../directory/manager-faults.js'
import { checkSwitch, checkText } from '../input/import-options.js'

/** How groups and their members are read. */
export type GroupOptions = Omit<DirectoryOptions, 'flat'>

/** The options of groups that not every importer has. */
export const GROUP_OPTIONS: readonly (keyof GroupOptions)[] = Object.freeze(
  DIRECTORY_OPTIONS.filter((name): name is 'unitPrefix' | 'people' => name !== 'flat'),
)

export function checkGroupOptions({ unitPrefix, people }: GroupOptions): void {
  checkText('unitPrefix', unitPrefix)
  checkSwitch('people', people)
}

/** A group as it is read, before it is known what it is part of. */
export type GroupParts = Omit<DirectoryUnit, 'partOf'>

/** A user as it is read, before it is known of which groups it is a member. */
export type MemberParts = Omit<DirectoryUser, 'unit' | 'alsoIn'>

/** Groups and their members in the order of a text, as they are read: an org of units without lines. */
export class Groups {
  readonly #document: JsonDocument
  readonly #shape: DirectoryInput['shape']
  readonly #groups: GroupParts[] = []
  readonly #users = new Map<string, MemberParts[]>()
  /** The groups that each member is stated to be in, and those that each group is stated to be part of. */
  readonly #groupsOf = new Map<string, Set<string>>()
  readonly #partsOf = new Map<string, Map<string, DocumentPath>>()
  /** The members of groups who are not among the users, by id: a user without anything else. */
  readonly #strangers = new Map<string, MemberParts>()
  readonly #faults: ManagerFaults

  constructor(document: JsonDocument, shape: DirectoryInput['shape'], faults = new ManagerFaults(document)) {
    this.#document = document
    this.#shape = shape
    this.#faults = faults
  }

  addGroup(group: GroupParts): void {
    this.#groups.push(group)
  }

  addUser(user: MemberParts): void {
    addToList(this.#users, user.id, user)
  }

  /** States that a group is part of another one. */
  addPart(part: string, whole: string, path: DocumentPath): void {
    const wholes = this.#partsOf.get(part) ?? new Map<string, DocumentPath>()
    if (!wholes.has(whole)) wholes.set(whole, path)
    this.#partsOf.set(part, wholes)
  }

  /** States that a user is a member of a group; `stranger` is what is known of one who is not among the users. */
  addMember(group: string, member: string, stranger?: () => MemberParts): void {
    const groups = this.#groupsOf.get(member) ?? new Set()
    this.#groupsOf.set(member, groups.add(group))
    if (stranger !== undefined && !this.#strangers.has(member)) this.#strangers.set(member, stranger())
  }

  /** The org; `undefined`, with an issue, for more users and groups than the limit. */
  org(fields: FieldPaths, options: GroupOptions): Org<string, string, DirectoryData> | undefined {
    const users = this.#allUsers()
    const { issues } = this.#document
    if (users.length + this.#groups.length > issues.limits.rows) {
      issues.exceeded('rows')
      return undefined
    }
    this.#reportUnknownParts()
    const units = this.#groups.map((group) => ({ ...group, partOf: this.#wholeOf(group) }))
    const innermost = innermostFirst(units)
    const members = users.map((user): DirectoryUser => {
      const [unit, ...alsoIn] = innermost(this.#groupsOf.get(user.id) ?? NO_GROUPS)
      return { ...user, unit, ...(alsoIn.length > 0 && { alsoIn }) }
    })
    const input = { document: this.#document, shape: this.#shape, faults: this.#faults }
    return directoryOrg(members, input, fields, options, units)
  }

  /** The users, and then the members of groups who are not among them. */
  #allUsers(): readonly MemberParts[] {
    const users = [...this.#users.values()].flat()
    const strangers = [...this.#strangers.values()].filter(({ id }) => !this.#users.has(id))
    if (users.length > 0 && strangers.length > 0) {
      const ids = strangers.slice(0, LISTED).map(({ id }) => id)
      addAt(this.#document, 'INCOMPLETE_PAGE', strangers[0].path, {
        severity: 'warning',
        roles: ids,
        witness: ids,
        message: `${counted(strangers.length, 'member')} of groups ${strangers.length === 1 ? 'is' : 'are'} not among the users: ${quotedList(ids, undefined, strangers.length)}`,
        suggestion: 'Pass all users, or none: then each member is a role about which nothing else is known.',
      })
    }
    return [...users, ...strangers]
  }

  /** Reports groups that are stated to be within others, and are not there. */
  #reportUnknownParts(): void {
    const known = new Set(this.#groups.map(({ id }) => id))
    for (const [part, wholes] of this.#partsOf) {
      if (known.has(part)) continue
      for (const [whole, path] of wholes) {
        addAt(this.#document, 'UNKNOWN_UNIT', path, {
          units: [whole],
          witness: [part],
          message: `the group ${quote(part)} is part of ${quote(whole)}, but is not among the groups`,
          suggestion: 'Pass all groups, or correct the reference.',
        })
      }
    }
  }

  #wholeOf({ id }: GroupParts): string | undefined {
    const wholes = this.#partsOf.get(id)
    if (wholes === undefined) return undefined
    const [first, ...others] = wholes
    if (others.length > 0) {
      const ids = [...wholes.keys()]
      addAt(this.#document, 'SEVERAL_PARENTS', others[0][1], {
        witness: ids,
        units: [id],
        message: `the group ${quote(id)} is part of several groups: ${quotedList(ids)}`,
        suggestion: 'Keep one of them: a unit is part of one unit. The first one is used.',
      })
      // Of two groups with one id only the first is a unit.
      this.#partsOf.set(id, new Map([first]))
    }
    return first[0]
  }
}

const NO_GROUPS: ReadonlySet<string> = new Set()
const LISTED = 100

/** What reads of pages need and groups do not: nobody has a manager who could be missing. */
export function shapeWithoutManagers(request: string): Pick<PageShape, 'merged' | 'request'> {
  const fault = { what: 'are not users', suggestion: `Request all users: ${request}.` }
  return { request, merged: { UNKNOWN_MANAGER: fault, MISSING_ID: fault } }
}

/**
 * Sorts groups so that the innermost one (of several, the first) is in front; the others keep their order. O(units) once, and
 * O(n log n) for n groups.
 */
function innermostFirst(units: readonly DirectoryUnit[]): (groups: ReadonlySet<string>) => readonly string[] {
  const { numbers, nesting } = nestingOf(units)
  return (groups) => {
    if (groups.size < 2) return [...groups]
    const placed = [...groups].flatMap((id) => {
      const number = numbers.get(id)
      const first = number === undefined ? NONE : positionOf(nesting, number)
      // Units in a cycle have no position.
      return number === undefined || first === NONE ? [] : { id, first, after: runEndOf(nesting, number) }
    })
    placed.sort((a, b) => a.first - b.first)
    const outer = new Set(
      placed.flatMap(({ id, after }, index) =>
        index + 1 < placed.length && placed[index + 1].first < after ? id : [],
      ),
    )
    const front = [...groups].find((id) => !outer.has(id))
    return front === undefined ? [...groups] : [front, ...[...groups].filter((id) => id !== front)]
  }
}

/** Units, each id once, as a hierarchy of what is part of what. */
function nestingOf(units: readonly DirectoryUnit[]): {
  readonly numbers: ReadonlyMap<string, number>
  readonly nesting: HierarchyIndex
} {
  const firsts = new Map<string, DirectoryUnit>()
  for (const unit of units) if (!firsts.has(unit.id)) firsts.set(unit.id, unit)
  const numbers = new Map([...firsts.keys()].map((id, number) => [id, number]))
  const wholes = Array.from(firsts.values(), ({ partOf }) =>
    partOf === undefined ? NONE : (numbers.get(partOf) ?? NONE),
  )
  return { numbers, nesting: hierarchyIndexOf(Int32Array.from(wholes)) }
}
