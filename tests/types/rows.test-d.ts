// Chart libraries take mutable arrays: rows are accepted without a copy.
import { hierarchy, stratify } from 'd3-hierarchy'
import { defineOrg } from 'rolegraph'
import { type FlatRow, type NestedRow, toFlatRows, toFlow, toNestedRows } from 'rolegraph/export'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({ roles: { ceo: { holders: ['Ada'] }, cfo: { reportsTo: 'ceo' } } })

/** The types of React Flow, as far as they matter here. */
interface ReactFlowNode {
  id: string
  position: { x: number; y: number }
  data: Record<string, unknown>
}
interface ReactFlowEdge {
  id: string
  source: string
  target: string
  data?: Record<string, unknown>
}

describe('rows are accepted', () => {
  test('by d3-hierarchy', () => {
    expectTypeOf(stratify<FlatRow>()(toFlatRows(org).rows).data).toEqualTypeOf<FlatRow>()
    expectTypeOf(hierarchy<NestedRow>(toNestedRows(org).rows[0]).data).toEqualTypeOf<NestedRow>()
  })

  test('by libraries that take mutable arrays', () => {
    const flow = toFlow(org)
    expectTypeOf(flow.nodes).toExtend<ReactFlowNode[]>()
    expectTypeOf(flow.edges).toExtend<ReactFlowEdge[]>()
    interface Tree {
      title: string
      holders?: string[]
      children?: Tree[]
    }
    expectTypeOf(toNestedRows(org).rows).toExtend<Tree[]>()
    expectTypeOf(toFlatRows(org).rows).toExtend<
      { id: string; parentId: string | null; holders?: string[] }[]
    >()
  })
})
