import { defineOrg } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { holdersIn, packed, type PackedData, unpacked } from '../../src/html/packed-data.js'

const org = defineOrg({
  roles: {
    lead: { title: 'Lead', holders: ['Ada'] },
    vacant: { title: 'Vacant', reportsTo: 'lead', vacant: true },
    shared: { title: 'Shared', reportsTo: 'lead', holders: ['Bo', 'Cy'] },
    acting: { title: 'Acting', reportsTo: 'lead', holders: [{ person: 'Dee', kind: 'acting' }] },
    again: { title: 'Again', reportsTo: 'shared', holders: ['Ada'] },
  },
})

function fileOf(page: string): PackedData {
  const start = page.indexOf('id="org">') + 'id="org">'.length
  return JSON.parse(page.slice(start, page.indexOf('</script>', start))) as PackedData
}

describe('the data in the file of a page', () => {
  const file = fileOf(toHtml(org))
  const held = [
    [0, ['Ada'], [0]],
    [1, ['Bo', 'Cy'], [1, 2]],
    [2, ['Ada'], [0]],
  ]

  it('has roles with one holder in one list, and people of one name as texts', () => {
    const { ids } = file
    expect(file.held.filter((_, at) => at % 2 === 0).map((row) => ids[row])).toContain('lead')
    expect(file.holders.map(([row]) => ids[row])).toContain('shared')
    expect(file.people).toEqual(['Ada', 'Bo', 'Cy', 'Dee'])
  })

  it('is unpacked as it was, in the order of the rows', () => {
    const data = unpacked(file)
    const rows = ['lead', 'shared', 'again', 'acting'].map((id) => [data.ids.indexOf(id), id] as const)
    const wanted = rows.sort(([a], [b]) => a - b).map(([, id]) => id)
    expect(data.holders.map(([row]) => data.ids[row])).toEqual(wanted)
    const named = new Map(data.holders.map(([row, shown, people]) => [data.ids[row], [shown, people]]))
    expect(named.get('lead')).toEqual(held[0].slice(1))
    expect(named.get('shared')).toEqual(held[1].slice(1))
    expect(named.get('again')).toEqual(held[2].slice(1))
    expect(named.get('acting')?.[1]).toEqual([3])
    expect(data.people[3]).toEqual(['Dee', 'Dee'])
    expect(packed(data)).toMatchObject({ held: file.held, holders: file.holders, people: file.people })
  })

  it('gives the holders of each row', () => {
    const data = unpacked(file)
    const holdersOf = holdersIn(file)
    for (const row of data.ids.keys())
      expect(holdersOf(row)).toEqual(data.holders.find(([each]) => each === row)?.[1])
    expect(holdersOf(data.ids.indexOf('vacant'))).toBeUndefined()
  })
})
