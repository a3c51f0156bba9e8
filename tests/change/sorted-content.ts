import type { Org } from 'rolegraph'

interface Content {
  readonly roles: readonly Readonly<Record<string, unknown>>[]
  readonly units: readonly unknown[]
  readonly people?: readonly unknown[]
  readonly services: readonly unknown[]
}

/** The content of an org without its order: roles, units, people, services, dotted lines and moves are sorted. */
export function sortedContentOf(org: Org | undefined): unknown {
  if (org === undefined) return undefined
  const { roles, units, people, services } = Reflect.get(org, 'content') as Content
  return {
    roles: byText(
      roles.map(({ dottedTo, progressesTo, ...role }) => ({
        ...role,
        dottedTo: byText(listed(dottedTo)),
        progressesTo: byText(listed(progressesTo)),
      })),
    ),
    units: byText(units),
    people: people && byText(people),
    services: byText(services),
  }
}

function listed(edges: unknown): readonly unknown[] {
  if (edges === undefined) return []
  return Array.isArray(edges) ? edges : [edges]
}

function byText(list: readonly unknown[]): unknown[] {
  return list.map((item) => [textOf(item), item] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A value as text, whatever the order of its fields. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))
      : each,
  )
}
