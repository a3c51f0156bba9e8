import { safeParseGoogleDirectory } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const USERS = 20_000

describe('a fault in each of many users', () => {
  it('has its own place: one address that all of them have', () => {
    const relations = [{ type: 'manager', value: 'same@example.com' }]
    const users = Array.from({ length: USERS }, (_, at) =>
      JSON.stringify({ id: `u${String(at)}`, primaryEmail: 'same@example.com', relations }),
    )
    const { issues } = safeParseGoogleDirectory(`{"users":[\n${users.join(',\n')}\n]}`, { mode: 'lenient' })
    // Finding each place from the start of the text would take a minute.
    const lines = issues.map(({ place }) => place.line)
    expect(lines.slice(0, 3)).toEqual([2, 3, 4])
    expect(lines[9_999]).toBe(10_001)
  })
})
