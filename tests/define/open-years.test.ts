import { MultiDirectedGraph } from 'graphology'
import { defineOrg, fromGraph, nextStepsOf, type Org, orgFromRecords, roleOf, toGraph } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { expect, it } from 'vitest'

const years = [[4], [4, Infinity], [4, null]] as const
const expected = [{ from: 'a', to: 'b', kind: 'advancement', years: [4, Infinity], conditions: [] }]

function orgWith(least: (typeof years)[number]): Org {
  return defineOrg({ roles: { a: { progressesTo: { to: 'b', years: least } }, b: {} } })
}

it.each(years)('reads years without an upper end as [4, Infinity], written as [%j, %j]', (...least) => {
  const org = orgWith(least as (typeof years)[number])
  expect(nextStepsOf(org, 'a')).toEqual(expected)
  const records = [
    { id: 'a', moves: [{ to: 'b', years: least as (typeof years)[number] }] },
    { id: 'b', moves: [] },
  ]
  expect(nextStepsOf(orgFromRecords(records, { id: 'id', moves: 'moves' }), 'a')).toEqual(expected)
  const graph = toGraph(org).export()
  for (const { attributes } of graph.edges) Object.assign(attributes ?? {}, { years: least })
  expect(nextStepsOf(fromGraph(MultiDirectedGraph.from(graph)), 'a')).toEqual(expected)
  const document = { rolegraph: 1, roles: { a: { progressesTo: { to: 'b', years: least } }, b: {} } }
  expect(nextStepsOf(parseOrgDocument(JSON.stringify(document)), 'a')).toEqual(expected)
})

it('survives JSON, whether a document or what a query returned is written', () => {
  const org = orgWith([4])
  const text = JSON.stringify(toOrgDocument(org))
  expect(text).toContain('"years":[4]')
  expect(nextStepsOf(parseOrgDocument(text), 'a')).toEqual(expected)
  // JSON has no Infinity, and writes null for it.
  const roles = JSON.parse(JSON.stringify([roleOf(org, 'a'), roleOf(org, 'b')])) as ReturnType<
    typeof roleOf
  >[]
  const again = orgFromRecords(roles, {
    id: 'id',
    moves: ({ progressesTo }) =>
      progressesTo.map(({ to, kind, years: ends }) => ({ to, kind, ...(ends && { years: ends }) })),
  })
  expect(nextStepsOf(again, 'a')).toEqual(expected)
})
