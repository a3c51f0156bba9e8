import { NO_HANDLE, type Org, type Role, roleOf, stateOf } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'
import type { GhostTree } from './ghosts.js'
import { holderTexts } from './holder-texts.js'
import { markLabel, placeText } from './marks.js'
import type { Box } from './picture.js'

type MarkOfBox = Pick<Box, 'mark' | 'ghost' | 'was' | 'now' | 'markText'>

/** The roles of a chart and its ghosts, by their handles. */
export interface DrawnRoles {
  readonly roles: readonly Role[]
  readonly holdersOf: (handle: number) => readonly string[]
  /** What a box says because of the mark of its role. */
  readonly markOf: (handle: number) => MarkOfBox
}

export function ownRoles(org: Org, roles: readonly Role[], { marks }: CheckedOptions): DrawnRoles {
  const state = stateOf(org)
  return {
    roles,
    holdersOf: (handle) => holderTexts(state, handle),
    markOf: (handle) => {
      const mark = marks.ofRoles.get(handle)
      return mark === undefined ? {} : inWords({ mark })
    },
  }
}

/** The roles of the org after, and the ghosts from the org before. */
export function rolesAndGhosts(
  org: Org,
  own: readonly Role[],
  options: CheckedOptions,
  { ghosts, movedFrom, firstGhost, parent }: GhostTree,
  before: Org,
): DrawnRoles {
  const { label } = options
  const [is, was] = [stateOf(org), stateOf(before)]
  const roleBefore = (handle: number): Role => roleOf(before, was.columns.ids[handle])
  // A role outside of the root of the picture has no place in it.
  const managerNow = (role: number): number =>
    parent[role] === NO_HANDLE ? is.columns.manager[role] : parent[role]
  const plain = ownRoles(org, own, options)
  return {
    roles: [...own, ...ghosts.map(({ was: handle }) => roleBefore(handle))],
    holdersOf: (handle) =>
      handle < firstGhost ? plain.holdersOf(handle) : holderTexts(was, ghosts[handle - firstGhost].was),
    markOf: (handle) => {
      if (handle < firstGhost) {
        const from = movedFrom.get(handle)
        const own = plain.markOf(handle)
        return from === undefined ? own : inWords({ ...own, was: label(roleBefore(from)) })
      }
      const role = ghosts[handle - firstGhost].is
      if (role === undefined) return inWords({ mark: 'removed', ghost: true })
      const now = managerNow(role)
      return inWords({ mark: 'moved', ghost: true, ...(now !== NO_HANDLE && { now: label(own[now]) }) })
    },
  }
}

function inWords(mark: MarkOfBox): MarkOfBox {
  const [label, place] = [markLabel(mark) ?? '', placeText(mark)]
  return { ...mark, markText: Object.freeze(place === undefined ? [label] : [label, place]) }
}
