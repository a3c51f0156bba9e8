import { managerOf, roleOf, rolesOf } from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

describe('the apostrophe before a formula', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'+44 20", '+44 20'],
    ["'-7", '-7'],
    ["'@here", '@here'],
    ["'\tx", '\tx'],
    [`"'=HYPERLINK(""x"",""y"")"`, '=HYPERLINK("x","y")'],
    [`"'\rx"`, '\rx'],
    // Guarded twice: the text is one that looks guarded.
    ["''=1", "'=1"],
    // No formula follows.
    ["'tis", "'tis"],
    ["'", "'"],
    ["''", "''"],
    ['=1+1', '=1+1'],
  ])('%j is read as %j', (cell, text) => {
    const org = parseCsv(`id,manager,title,site\n1,,${cell},${cell}\n`)
    expect(roleOf(org, '1').title).toBe(text)
    expect(roleOf(org, '1').data).toEqual({ site: text })
  })

  it('is taken off ids, managers and headers too', () => {
    const org = parseCsv("id,manager,'=x\n'-1,,\n2,'-1,y\n")
    expect(rolesOf(org)).toEqual(['-1', '2'])
    expect(managerOf(org, '2')).toBe('-1')
    expect(roleOf(org, '2').data).toEqual({ '=x': 'y' })
  })
})

it('keeps the quotes of a formula, whatever the cells before it', () => {
  // The data are a small part of the first table, and most of the second.
  for (const title of ['A title that is longer than the data', 'x']) {
    const table = `id,manager,title,a,b\n1,,"${title}","x","=""7"""\n2,1,"${title}","=""8""","y"\n`
    const dataOf = (excelText: boolean) => {
      const org = parseCsv(table, { excelText })
      return ['1', '2'].map((id) => roleOf(org, id).data)
    }
    expect(dataOf(false)).toEqual([
      { a: 'x', b: '="7"' },
      { a: '="8"', b: 'y' },
    ])
    expect(dataOf(true)).toEqual([
      { a: 'x', b: '7' },
      { a: '8', b: 'y' },
    ])
  }
})

describe('ids that are distinguished names', () => {
  const table = (manager: string): string =>
    `DN,cn,title,manager\n"CN=Roe\\, Ann,OU=Staff,DC=ex","Roe, Ann",Head,\n"CN=Bo Lee,OU=Staff,DC=ex",Bo Lee,Analyst,"${manager}"\n`
  const options = { columns: { id: 'DN', holder: 'cn' } } as const

  it.each([
    'CN=Roe\\, Ann,OU=Staff,DC=ex',
    'cn=roe\\2c ann, ou=staff, dc=EX',
    '<GUID=1>;CN=Roe\\, Ann,OU=Staff,DC=ex',
  ])('are compared as such: %s', (manager) => {
    expect(managerOf(parseCsv(table(manager), options), 'CN=Bo Lee,OU=Staff,DC=ex')).toBe(
      'CN=Roe\\, Ann,OU=Staff,DC=ex',
    )
  })

  it('are not guessed where two are the same name', () => {
    const text = `DN,manager\n"CN=A,DC=ex",\n"cn=a,dc=ex",\n"CN=B,DC=ex","Cn=A,DC=ex"\n`
    expect(safeParseCsv(text).issues.map(({ code }) => code)).toEqual(['UNKNOWN_MANAGER'])
  })
})
