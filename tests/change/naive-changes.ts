/** A role as plain data. */
export interface NaiveRole {
  readonly id: string
  readonly reportsTo?: string
  readonly dottedTo: readonly string[]
  readonly progressesTo: readonly string[]
}

export type NaiveRule = 'refuse' | 'lift' | 'remove' | { readonly to: string }

export type NaiveChange =
  | {
      readonly do: 'add-role'
      readonly role: string
      readonly spec: { readonly reportsTo?: string }
      readonly before?: string
    }
  | {
      readonly do: 'remove-role'
      readonly role: string
      readonly reports: NaiveRule
      readonly references: NaiveRule
    }
  | { readonly do: 'set-manager'; readonly role: string; readonly manager: string | null }
  | { readonly do: 'rename-role'; readonly role: string; readonly to: string }
  | { readonly do: 'reorder'; readonly role: string; readonly before: string | null }
  | { readonly do: 'add-dotted-line' | 'remove-dotted-line'; readonly role: string; readonly manager: string }
  | { readonly do: 'add-move'; readonly role: string; readonly move: string }
  | { readonly do: 'remove-move'; readonly role: string; readonly to: string }

type Roles = readonly NaiveRole[]

/** The chart after one change, by its definition on a list of records; `undefined` where the change has a problem. */
export function naivelyChanged(roles: Roles, change: NaiveChange): Roles | undefined {
  const find = (id: string): NaiveRole | undefined => roles.find((role) => role.id === id)
  const subject = find(change.role)
  if (change.do === 'add-role') {
    const { reportsTo } = change.spec
    if (subject !== undefined || (reportsTo !== undefined && find(reportsTo) === undefined)) return undefined
    const added = {
      id: change.role,
      ...(reportsTo !== undefined && { reportsTo }),
      dottedTo: [],
      progressesTo: [],
    }
    return inserted(roles, added, change.before ?? null)
  }
  if (subject === undefined) return undefined
  switch (change.do) {
    case 'remove-role':
      return removed(roles, subject, change.reports, change.references)
    case 'set-manager': {
      const { reportsTo: _was, ...rest } = subject
      if (change.manager === null) return replaced(roles, rest)
      if (find(change.manager) === undefined || isAtOrAbove(roles, subject.id, change.manager))
        return undefined
      return replaced(roles, { ...rest, reportsTo: change.manager })
    }
    case 'rename-role': {
      if (find(change.to) !== undefined) return undefined
      const renamed = (id: string): string => (id === subject.id ? change.to : id)
      return roles.map(({ id, reportsTo, dottedTo, progressesTo }) => ({
        id: renamed(id),
        ...(reportsTo !== undefined && { reportsTo: renamed(reportsTo) }),
        dottedTo: dottedTo.map(renamed),
        progressesTo: progressesTo.map(renamed),
      }))
    }
    case 'reorder': {
      if (change.before !== null && find(change.before) === undefined) return undefined
      if (change.before === subject.id) return roles
      return inserted(
        roles.filter((role) => role !== subject),
        subject,
        change.before,
      )
    }
    case 'add-dotted-line': {
      const { manager } = change
      if (find(manager) === undefined || manager === subject.id || subject.dottedTo.includes(manager))
        return undefined
      return replaced(roles, { ...subject, dottedTo: [...subject.dottedTo, manager] })
    }
    case 'remove-dotted-line':
      if (!subject.dottedTo.includes(change.manager)) return undefined
      return replaced(roles, { ...subject, dottedTo: subject.dottedTo.filter((to) => to !== change.manager) })
    case 'add-move': {
      const { move } = change
      if (find(move) === undefined || move === subject.id || subject.progressesTo.includes(move))
        return undefined
      return replaced(roles, { ...subject, progressesTo: [...subject.progressesTo, move] })
    }
    case 'remove-move':
      if (!subject.progressesTo.includes(change.to)) return undefined
      return replaced(roles, {
        ...subject,
        progressesTo: subject.progressesTo.filter((to) => to !== change.to),
      })
  }
}

function inserted(roles: Roles, role: NaiveRole, before: string | null): Roles | undefined {
  if (before === null) return [...roles, role]
  if (!roles.some(({ id }) => id === before)) return undefined
  return roles.flatMap((each) => (each.id === before ? [role, each] : [each]))
}

function replaced(roles: Roles, by: NaiveRole): Roles {
  return roles.map((role) => (role.id === by.id ? by : role))
}

function isAtOrAbove(roles: Roles, upper: string, lower: string | undefined): boolean {
  if (lower === undefined) return false
  return lower === upper || isAtOrAbove(roles, upper, roles.find(({ id }) => id === lower)?.reportsTo)
}

function removed(
  roles: Roles,
  subject: NaiveRole,
  reports: NaiveRule,
  references: NaiveRule,
): Roles | undefined {
  const gone = roles.filter(
    ({ id }) => id === subject.id || (reports === 'remove' && isAtOrAbove(roles, subject.id, id)),
  )
  const isGone = (id: string): boolean => gone.some((role) => role.id === id)
  const stay = roles.filter(({ id }) => !isGone(id))
  const hasReports = stay.some(({ reportsTo }) => reportsTo === subject.id)
  const isReferredTo = stay.some((role) => [...role.dottedTo, ...role.progressesTo].some(isGone))
  for (const rule of [reports, references]) {
    if (typeof rule === 'object' && !stay.some(({ id }) => id === rule.to)) return undefined
  }
  if ((hasReports && reports === 'refuse') || (isReferredTo && references === 'refuse')) return undefined
  const heirOf = (rule: NaiveRule): string | undefined =>
    typeof rule === 'object' ? rule.to : rule === 'lift' ? subject.reportsTo : undefined
  const [manager, end] = [heirOf(reports), heirOf(references)]
  // The end of a line cannot be lifted to nobody.
  if (isReferredTo && references === 'lift' && end === undefined) return undefined
  let next: Roles = stay
  for (const { id, reportsTo } of stay) {
    if (reportsTo !== subject.id) continue
    const { reportsTo: _was, ...rest } = next.find((role) => role.id === id) as NaiveRole
    next = replaced(next, { ...rest, ...(manager !== undefined && manager !== id && { reportsTo: manager }) })
    // A report that gets a manager below itself would close a cycle.
    if (manager !== undefined && manager !== id && isLooped(next, id)) return undefined
  }
  const ends = (id: string, list: readonly string[]): string[] =>
    list.flatMap((to, at) => {
      if (!isGone(to)) return [to]
      const isFirst = list.findIndex(isGone) === at
      return end !== undefined && isFirst && end !== id && !list.includes(end) ? [end] : []
    })
  return next.map((role) => ({
    ...role,
    dottedTo: ends(role.id, role.dottedTo),
    progressesTo: ends(role.id, role.progressesTo),
  }))
}

function isLooped(roles: Roles, id: string): boolean {
  let next = roles.find((role) => role.id === id)?.reportsTo
  for (let step = 0; next !== undefined && step <= roles.length; step++) {
    if (next === id) return true
    const above = next
    next = roles.find((role) => role.id === above)?.reportsTo
  }
  return false
}
