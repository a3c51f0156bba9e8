import fc from 'fast-check'
import { defineOrg, type OrgSpec } from 'rolegraph'
import { approvalPolicy, type ApprovalPolicySpec, approvalRoute } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

/** A small chart: role 0 is the top, each other one reports to one before it; each has one of five people, or nobody. */
interface Chart {
  readonly managers: readonly number[]
  readonly people: readonly (string | undefined)[]
  readonly limits: readonly (number | undefined)[]
  readonly approvers: number
  readonly from: number
  readonly amount: number
}

const anyChart = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc.record({
    managers: fc.tuple(...Array.from({ length: size - 1 }, (_, at) => fc.nat(at))),
    people: fc.array(fc.option(fc.constantFrom('p', 'q', 'r', 's', 't'), { nil: undefined, freq: 4 }), {
      minLength: size,
      maxLength: size,
    }),
    limits: fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }), {
      minLength: size,
      maxLength: size,
    }),
    approvers: fc.integer({ min: 1, max: 3 }),
    from: fc.nat(size - 1),
    amount: fc.integer({ min: 0, max: 4 }),
  }),
)

const routeOf = (
  { managers, people, limits, approvers, from, amount }: Chart,
  by: 'chain' | 'nearest' = 'chain',
) => {
  const roles: OrgSpec<string, never>['roles'] = Object.fromEntries(
    people.map((person, at) => [
      `r${String(at)}`,
      {
        ...(at > 0 && { reportsTo: `r${String(managers[at - 1])}` }),
        ...(person === undefined ? { vacant: true } : { holders: [person] }),
      },
    ]),
  )
  const spec: ApprovalPolicySpec = {
    limits: limits.flatMap((upTo, at) => (upTo === undefined ? [] : [{ role: `r${String(at)}`, upTo }])),
    rules: [{ by, approvers }],
  }
  return approvalRoute(defineOrg({ roles }), approvalPolicy(spec), {
    requester: { role: `r${String(from)}` },
    amount,
  })
}

const askedIn = (route: ReturnType<typeof routeOf>): string[] =>
  route.steps.flatMap(({ approvers }) =>
    approvers.map(({ person, role }) => `${String(person)}@${String(role)}`),
  )

/** The filled roles above the requester's, nearest first, without those that the requester holds. */
const chainOf = ({ managers, people, from }: Chart): number[] => {
  const chain: number[] = []
  for (let at = from; at > 0;) {
    at = managers[at - 1]
    const person = people[at]
    if (person !== undefined && person !== people[from]) chain.push(at)
  }
  return chain
}

/**
 * The route by trying all subsets of the chain: those that hold nobody twice, everybody up to their highest role, somebody
 * with a sufficient limit, and enough people. The shortest reach counts, then whoever is asked where they may approve.
 */
const naive = (chart: Chart): string[] | undefined => {
  const { people, limits, approvers, amount } = chart
  const chain = chainOf(chart)
  const may = (at: number): boolean => (limits[at] ?? -1) >= amount
  for (let reach = 1; reach <= chain.length; reach++) {
    const reached = chain.slice(0, reach)
    const distinct = new Set(reached.map((at) => people[at]))
    if (!reached.some(may) || distinct.size < approvers) continue
    const first = reached.find(may)
    for (let subset = 0; subset < 2 ** reach; subset++) {
      const asked = reached.filter((_, bit) => (subset >> bit) % 2 === 1)
      const isOnce =
        asked.length === distinct.size && new Set(asked.map((at) => people[at])).size === distinct.size
      // Who decides answers in the deciding role; everybody else in the first role they hold.
      const isRight = asked.every((at) =>
        people[at] === people[first ?? -1]
          ? at === first
          : reached.find((other) => people[other] === people[at]) === at,
      )
      if (isOnce && isRight) return asked.map((at) => `${String(people[at])}@r${String(at)}`)
    }
  }
  return undefined
}

const RUNS = { numRuns: 2000 }

describe('the route by the chain', () => {
  it('is that of a search over all subsets', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const route = routeOf(chart)
        expect(route.outcome === 'ROUTE' ? askedIn(route) : undefined).toEqual(naive(chart))
      }),
      RUNS,
    )
  })

  it.each(['chain', 'nearest'] as const)(
    'by %s asks nobody for their own request, and nobody twice',
    (by) => {
      fc.assert(
        fc.property(anyChart, (chart) => {
          const people = routeOf(chart, by).steps.flatMap(({ approvers }) =>
            approvers.map(({ person }) => person),
          )
          expect(new Set(people).size).toBe(people.length)
          expect(people).not.toContain(chart.people[chart.from] ?? 'nobody')
        }),
        RUNS,
      )
    },
  )

  it('never gets shorter when the amount rises', () => {
    fc.assert(
      fc.property(anyChart, fc.nat(4), (chart, more) => {
        const [low, high] = [routeOf(chart), routeOf({ ...chart, amount: chart.amount + more })]
        if (high.outcome === 'ROUTE') expect(low.outcome).toBe('ROUTE')
        expect(askedIn(high).length).toBeGreaterThanOrEqual(askedIn(low).length)
      }),
      RUNS,
    )
  })

  it('gains at most the step of a person who fills a vacancy', () => {
    fc.assert(
      fc.property(anyChart, fc.nat(6), (chart, at) => {
        const { people } = chart
        fc.pre(at < people.length && people[at] === undefined && at !== chart.from)
        const filled = people.map((person, place) => (place === at ? 'new' : person))
        const [before, after] = [routeOf(chart), routeOf({ ...chart, people: filled })]
        fc.pre(before.outcome === 'ROUTE')
        // By people: somebody with two roles may now be asked in the other one.
        const peopleOf = (route: typeof after): unknown[] =>
          route.steps.flatMap(({ approvers }) => approvers.map(({ person }) => person))
        const known = new Set(peopleOf(before))
        expect(peopleOf(after).filter((person) => person !== 'new' && !known.has(person))).toEqual([])
      }),
      RUNS,
    )
  })

  it('is the filled chain, each person once, where only the top has a limit', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const { people } = chart
        const top = people[0]
        fc.pre(top !== undefined && top !== people[chart.from])
        const only = { ...chart, approvers: 1, limits: people.map((_, at) => (at === 0 ? 9 : undefined)) }
        const asked = routeOf(only).steps.map(({ approvers }) => approvers[0].person)
        expect([...asked].sort()).toEqual([...new Set(chainOf(only).map((at) => String(people[at])))].sort())
        expect(asked.at(-1)).toBe(top)
      }),
      RUNS,
    )
  })
})
