import type { Issue } from 'rolegraph'
import { safeParseCsv, safeParseGoogleDirectory, safeParseOrganogram } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const asked = (issues: readonly Issue<string>[]): (string | undefined)[] =>
  issues.map(({ message }) => /; did you mean '(.*)'\?/.exec(message)?.[1])

describe('a message suggests the nearest name', () => {
  it.each([
    ['an id', 'id,manager\nanalyst,\nlead,analist\n', {}, 'analyst'],
    ['a name', 'id,name,manager name\n1,Hannah Brandt,\n2,Bo,Hanna Brandt\n', {}, 'Hannah Brandt'],
    ['a name with an accent', 'id,name,manager name\n1,Ada Lané,\n2,Bo,Ada Lane\n', {}, 'Ada Lané'],
    [
      'an address',
      'id,email,manager email\n1,ada@x.example,\n2,bo@x.example,adda@x.example\n',
      {},
      'ada@x.example',
    ],
    ['a header', 'id,Boss of\n1,\n', { columns: { manager: 'Bos of' } }, 'Boss of'],
    ['nothing that is near', 'id,name,manager\n1,Ada,\n2,Bo,Christopher\n', {}, undefined],
  ])('of %s in a table', (_, text, options, nearest) => {
    expect(asked(safeParseCsv(text, options).issues)).toEqual([nearest])
  })

  it('of an address in a directory', () => {
    const { issues } = safeParseGoogleDirectory(
      JSON.stringify([
        { id: '1', primaryEmail: 'ada@x.example' },
        { id: '2', relations: [{ type: 'manager', value: 'ade@x.example' }] },
      ]),
    )
    expect(asked(issues)).toEqual(['ada@x.example'])
  })

  it('of the reference of a senior post', () => {
    const senior = 'Post Unique Reference,Name,Job Title,Reports to Senior Post\nCMO001,Ada,Director,XX\n'
    const junior = 'Reporting Senior Post,Generic Job Title,Number of Posts in FTE\nCMO0001,Analyst,2\n'
    expect(asked(safeParseOrganogram(senior, { junior }).issues)).toEqual(['CMO001'])
  })

  it('twenty times at most', () => {
    const row = (id: number, manager: string): string => `${String(id)},Bo ${String(id)},${manager}\n`
    const unknown = Array.from({ length: 30 }, (_, at) => row(at + 2, 'Hanna Brandt'))
    const known = Array.from({ length: 40 }, (_, at) => row(at + 50, 'Hannah Brandt'))
    const { issues } = safeParseCsv(
      `id,name,manager name\n1,Hannah Brandt,\n${unknown.join('')}${known.join('')}`,
    )
    expect(asked(issues)).toEqual([
      ...Array<string>(20).fill('Hannah Brandt'),
      ...Array<undefined>(10).fill(undefined),
    ])
  })

  it('with invisible characters escaped', () => {
    const { issues } = safeParseCsv('id,name,manager name\n1,"Ada\u202e Lane",\n2,Bo,Ada Lane\n')
    expect(issues[0]?.message).toMatch(/did you mean 'Ada\\u\{202e\} Lane'\?$/)
  })
})
