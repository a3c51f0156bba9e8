import type { Issue } from 'rolegraph'
import { type RecordsOptions, safeParseCsv, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** The code, the path and the text at the place of each issue. */
function itemsOf(json: string, options: RecordsOptions): unknown[] {
  const { issues } = safeParseRecords(json, { mode: 'lenient', manager: null, ...options })
  return issues.map(({ code, place }: Issue<string>) => {
    const line = json.split('\n')[(place.line ?? 0) - 1]
    return [code, place.path, line.slice((place.column ?? 0) - 1).split(/[,\]} ]/, 1)[0]]
  })
}

describe('the place of an item of several fields of dotted managers', () => {
  const dotted = ['matrix', { field: 'lead', as: 'project' }] as const

  it('is the item in its own field', () => {
    const json = `[
      { "id": "a" },
      { "id": "b", "matrix": ["a", "x"], "lead": "y" },
      { "id": "c", "lead": ["a", "c", "z"] },
      { "id": "d", "matrix": "a", "lead": ["b", "a"] }
    ]`
    expect(itemsOf(json, { dotted })).toEqual([
      ['UNKNOWN_MANAGER', [1, 'matrix', 1], '"x"'],
      ['UNKNOWN_MANAGER', [1, 'lead'], '"y"'],
      ['SELF_REPORT', [2, 'lead', 1], '"c"'],
      ['UNKNOWN_MANAGER', [2, 'lead', 2], '"z"'],
      ['DUPLICATE_LINE', [3, 'lead', 1], '"a"'],
    ])
  })

  it('is that of a value which is not a text, too', () => {
    const json = `[
      { "id": "a" },
      { "id": "b", "matrix": ["a", "x"], "lead": [true, { "to": "y" }, { "to": "a", "note": 7 }] },
      { "id": "c", "matrix": "a", "lead": { "to": "b", "hedge": "so" } },
      { "id": "d", "lead": { "to": 7.5 } }
    ]`
    expect(itemsOf(json, { dotted })).toEqual([
      ['INVALID_FIELD', [1, 'lead', 0], 'true'],
      ['INVALID_FIELD', [1, 'lead', 2, 'note'], '7'],
      ['INVALID_FIELD', [2, 'lead', 'hedge'], '"so"'],
      ['INVALID_FIELD', [3, 'lead', 'to'], '7.5'],
      ['UNKNOWN_MANAGER', [1, 'matrix', 1], '"x"'],
      ['UNKNOWN_MANAGER', [1, 'lead', 1], '{'],
      ['DUPLICATE_LINE', [1, 'lead', 2], '{'],
    ])
  })

  it('counts words for no manager, which are left out', () => {
    const json = `[
      { "id": "a" },
      { "id": "b", "matrix": ["0", "x"], "lead": ["0", "0", "y"] },
      { "id": "c", "matrix": ["0", "x", 7.5] }
    ]`
    expect(
      itemsOf(json, { dotted, tops: ['0'] }).filter((issue) => !String(issue).startsWith('OPTION')),
    ).toEqual([
      ['INVALID_FIELD', [2, 'matrix', 2], '7.5'],
      ['UNKNOWN_MANAGER', [1, 'matrix', 1], '"x"'],
      ['UNKNOWN_MANAGER', [1, 'lead', 2], '"y"'],
      ['UNKNOWN_MANAGER', [2, 'matrix', 1], '"x"'],
    ])
  })

  it('is that of a manager who is named by another field', () => {
    const json = `[
      { "id": "a", "name": "Ada" },
      { "id": "b", "name": "Ben", "matrix": ["Ada", "Xi"], "lead": "Yo" }
    ]`
    expect(itemsOf(json, { dotted, managerBy: 'name' })).toEqual([
      ['UNKNOWN_MANAGER', [1, 'matrix', 1], '"Xi"'],
      ['UNKNOWN_MANAGER', [1, 'lead'], '"Yo"'],
    ])
  })

  it('is the column in a table', () => {
    const table = 'id,manager,Matrix,Lead\na,,,\nb,a,a;x,y\nc,a,,c\nd,b,a,a\n'
    const { issues } = safeParseCsv(table, {
      columns: { dotted: ['Matrix', { column: 'Lead', as: 'project' }] },
      mode: 'lenient',
    })
    expect(issues.map(({ code, witness, place }) => [code, witness[1], place.line, place.field])).toEqual([
      ['UNKNOWN_MANAGER', 'x', 3, 'Matrix'],
      ['UNKNOWN_MANAGER', 'y', 3, 'Lead'],
      ['SELF_REPORT', 'c', 4, 'Lead'],
      ['DUPLICATE_LINE', 'a', 5, 'Lead'],
    ])
  })
})

describe('the place of an item of a list', () => {
  it.each<[string, string, unknown]>([
    ['a dotted line', '"dotted": ["a", "x"]', ['UNKNOWN_MANAGER', [1, 'dotted', 1], '"x"']],
    ['a move', '"moves": ["a", "x"]', ['UNKNOWN_ROLE', [1, 'moves', 1], '"x"']],
    ['a move with years', '"moves": ["a", { "to": "a" }]', ['DUPLICATE_MOVE', [1, 'moves', 1], '{']],
    ['a move alone', '"moves": "x"', ['UNKNOWN_ROLE', [1, 'moves'], '"x"']],
    ['a holder', '"holders": ["Ada", 7]', ['INVALID_FIELD', [1, 'holders', 1], '7']],
    [
      'a term',
      '"holders": ["Ada", { "person": "Bo", "share": 0 }]',
      ['INVALID_FIELD', [1, 'holders', 1, 'share'], '0'],
    ],
    ['a skill', '"skills": ["sql", true]', ['INVALID_FIELD', [1, 'skills', 1], 'true']],
    ['an alias', '"aliases": ["B", { "name": "C" }]', ['INVALID_FIELD', [1, 'aliases', 1], '{']],
  ])('is given for %s', (_, member, expected) => {
    const json = `[\n  { "id": "a" },\n  { "id": "b", ${member} }\n]`
    expect(itemsOf(json, {})).toEqual([expected])
  })
})
