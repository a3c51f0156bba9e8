import { linesOf, managerOf, managersOf, type Org, roleOf, rolesOf, topRolesOf } from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** `report → manager` for solid lines, `report ⇢ manager` for dotted ones. */
const lines = (org: Org): string[] =>
  rolesOf(org).flatMap((role) =>
    linesOf(org, role, { lines: 'all' })
      .filter(({ from }) => from === role)
      .map(({ kind, from, to }) => `${from} ${kind === 'solid' ? '→' : '⇢'} ${to}`),
  )

/** The exports of products as their own pages describe them, each with three people. */
const exports: [product: string, text: string, lines: string[], titles: string[], holders: string[][]][] = [
  [
    'plain ids',
    'id,manager,title\n1,,Director\n2,1,Manager\n3,2,Analyst\n',
    ['2 → 1', '3 → 2'],
    ['Director', 'Manager', 'Analyst'],
    [[], [], []],
  ],
  [
    'OrgChart Now',
    `PersonID,SupervisorID,Name,Title,isAssistant,Department,Photo,DottedID
1,,Steve Smith,CEO,0,Executive,Smith1.jpg,
2,1,Sandra Chen,Vice President,0,Marketing,Chen2.jpg,
3,1,George Lopez,Vice President,0,Engineering,Lopez3.jpg,2
`,
    ['2 → 1', '3 → 1', '3 ⇢ 2'],
    ['CEO', 'Vice President', 'Vice President'],
    [['Steve Smith'], ['Sandra Chen'], ['George Lopez']],
  ],
  [
    'OrgPlus, the sibling of OrgChart Now',
    'Person ID,Supervisor ID,Full Name,Job Title,AltReportsTo\na,,Ada,CEO,\nb,a,Bo,VP,\nc,a,Cy,VP,a;b\n',
    ['b → a', 'c → a', 'c ⇢ a', 'c ⇢ b'],
    ['CEO', 'VP', 'VP'],
    [['Ada'], ['Bo'], ['Cy']],
  ],
  [
    'Visio, by name',
    'Name,Title,Reports_To,Department,Telephone\nAda,CEO,,Board,x11\nGrace,CTO,Ada,IT,x12\nBo,Dev,Grace,IT,x13\n',
    ['Grace → Ada', 'Bo → Grace'],
    ['CEO', 'CTO', 'Dev'],
    [['Ada'], ['Grace'], ['Bo']],
  ],
  [
    'Visio, by identifier, with tabs',
    'Unique_ID\tName\tReports_To\tTitle\nID1\tAda\t\tCEO\nID2\tAda\tID1\tCTO\nID3\tBo\tID2\tDev\n',
    ['ID2 → ID1', 'ID3 → ID2'],
    ['CEO', 'CTO', 'Dev'],
    [['Ada'], ['Ada'], ['Bo']],
  ],
  [
    'Organimi, older',
    'ID,First Name,Last Name,Boss ID,Role,Email,Dottedids\n1,Ada,Byron,,CEO,a@x.org,\n2,Bo,Diddley,1,VP,b@x.org,\n3,Cy,Twombly,2,Dev,c@x.org,1:2\n',
    ['2 → 1', '3 → 2', '3 ⇢ 1', '3 ⇢ 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'Organimi, newer',
    'Unique ID,Manager ID,Firstname,Lastname,Role Title\n1,,Ada,Byron,CEO\n2,1,Bo,,VP\n3,2,,Twombly,Dev\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo'], ['Twombly']],
  ],
  [
    'BambooHR, a report by name',
    '"Employee #","First Name","Last Name","Job Title","Department","Reporting to"\n"1","Ada","Byron","CEO","Board",""\n"2","Bo","Diddley","VP","IT","Ada Byron"\n"3","Cy","Twombly","Dev","IT","Diddley, Bo"\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'BambooHR, fields of the API: numbers to numbers',
    'id,employeeNumber,displayName,jobTitle,supervisorId,supervisorEId\n71,1,Ada,CEO,,\n72,2,Bo,VP,71,1\n73,3,Cy,Dev,72,2\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada'], ['Bo'], ['Cy']],
  ],
  [
    'BambooHR, fields of the API: ids to ids',
    'id,Employee #,displayName,jobTitle,supervisorId\n71,1,Ada,CEO,\n72,2,Bo,VP,71\n73,3,Cy,Dev,72\n',
    ['72 → 71', '73 → 72'],
    ['CEO', 'VP', 'Dev'],
    [['Ada'], ['Bo'], ['Cy']],
  ],
  [
    'HiBob, by display name',
    'Employee ID;Display name;Email;Job title;Department;Reports to\n1;Ada Byron;ada@x.org;CEO;Board;\n2;Bo Diddley;bo@x.org;VP;IT;Ada Byron\n3;Cy Twombly;cy@x.org;Dev;IT;Bo Diddley\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'HiBob, without ids: the e-mail addresses are the ids',
    'Display name,Email,Job title,Reports to\nAda,Ada@x.org,CEO,\nBo,bo@x.org,VP,ada@x.org\nCy,cy@x.org,Dev,BO@X.ORG\n',
    ['bo@x.org → Ada@x.org', 'cy@x.org → bo@x.org'],
    ['CEO', 'VP', 'Dev'],
    [['Ada'], ['Bo'], ['Cy']],
  ],
  [
    'HiBob, fields of the API',
    'work.employeeIdInCompany,root.displayName,work.title,work.reportsToIdInCompany,work.department\n1,Ada,CEO,,Board\n2,Bo,VP,1,IT\n3,Cy,Dev,2,IT\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada'], ['Bo'], ['Cy']],
  ],
  [
    'Pingboard, by e-mail address',
    'First Name,Last Name,Email,Job Title,Reports To\nAda,Byron,ada@x.org,CEO,\nBo,Diddley,bo@x.org,VP,ada@x.org\nCy,Twombly,cy@x.org,Dev,bo@x.org\n',
    ['bo@x.org → ada@x.org', 'cy@x.org → bo@x.org'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'Pingboard, by "first last"',
    'Pingboard User ID,First Name,Last Name,Email,Job Title,Reports To\n1,Ada,Byron,ada@x.org,CEO,\n2,Bo,Diddley,bo@x.org,VP,Ada Byron\n3,Cy,Twombly,cy@x.org,Dev,Bo Diddley\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'SuccessFactors, with its row of labels',
    `STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MI,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,TITLE,MATRIX_MANAGER
STATUS,USERID,Username,First Name,Last Name,Middle Name,Gender,Email,Manager,Human Resource,Department,Title,Matrix Manager
active,1,abyron,Ada,Byron,,F,a@x.org,NO_MANAGER,NO_HR,Board,CEO,
active,2,bdid,Bo,Diddley,,M,b@x.org,1,1,IT,VP,
inactive,3,ctwo,Cy,Twombly,,M,c@x.org,2,1,IT,Dev,1|2
`,
    ['2 → 1', '3 → 2', '3 ⇢ 1', '3 ⇢ 2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada Byron'], ['Bo Diddley'], ['Cy Twombly']],
  ],
  [
    'SuccessFactors, without the row of labels',
    'STATUS,USERID,MANAGER,TITLE\nactive,1,NO_MGR,CEO\nactive,2,1,VP\nactive,3,2,Dev\n',
    ['2 → 1', '3 → 2'],
    ['CEO', 'VP', 'Dev'],
    [[], [], []],
  ],
  [
    'positions that report to positions',
    'Position ID,Employee ID,Incumbent,Position Title,Reports to Position ID,Manager Employee ID\np1,e1,Ada,CEO,,\np2,,,VP,p1,e1\np3,e3,Cy,Dev,p2,\n',
    ['p2 → p1', 'p3 → p2'],
    ['CEO', 'VP', 'Dev'],
    [['Ada'], [], ['Cy']],
  ],
]

describe('the exports of HR systems', () => {
  it.each(exports)('%s', (_product, text, expected, titles, holders) => {
    const result = safeParseCsv(text)
    expect(result.issues).toEqual([])
    if (!result.ok) throw new Error('there is an org')
    const { org } = result
    expect(lines(org)).toEqual(expected)
    expect(topRolesOf(org)).toHaveLength(1)
    expect(rolesOf(org).map((role) => roleOf(org, role).title)).toEqual(titles)
    expect(rolesOf(org).map((role) => roleOf(org, role).holders)).toEqual(holders)
  })

  it.each(exports)(
    '%s: with other case, spaces and punctuation in the header line',
    (_product, text, expected) => {
      const [header, ...rest] = text.split('\n')
      const other = header
        .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
        .replaceAll('_', ' ')
        .replaceAll(' ', '  ')
      expect(lines(parseCsv([other, ...rest].join('\n')))).toEqual(expected)
    },
  )

  it('reads a second row as labels only if it repeats the technical names', () => {
    const text = 'STATUS,USERID,MANAGER\nactive,STATUS,NO_MANAGER\nactive,2,STATUS\n'
    expect(lines(parseCsv(text))).toEqual(['2 → STATUS'])
  })

  it('keeps the columns that no part is read from', () => {
    const [, text] = exports[1]
    expect(roleOf(parseCsv(text), '1').data).toEqual({ isAssistant: '0', Photo: 'Smith1.jpg' })
    const [, successFactors] = exports[15]
    expect(roleOf(parseCsv(successFactors), '3').data).toEqual({
      STATUS: 'inactive',
      USERNAME: 'ctwo',
      FIRSTNAME: 'Cy',
      LASTNAME: 'Twombly',
      MI: '',
      GENDER: 'M',
      EMAIL: 'c@x.org',
      HR: '1',
    })
    // By an e-mail address the text of the cell is not in the role.
    const [, hibob] = exports[11]
    expect(roleOf(parseCsv(hibob), 'cy@x.org').data).toEqual({ 'Reports to': 'BO@X.ORG' })
  })

  it('knows the department as the unit', () => {
    const [, text] = exports[1]
    expect(roleOf(parseCsv(text), '2').unit).toBe('Marketing')
  })

  it('reads a blank incumbent as a vacancy, and a blank name as nothing', () => {
    const org = parseCsv(exports[17][1])
    expect(rolesOf(org).map((role) => roleOf(org, role).vacant)).toEqual([false, true, false])
    const people = parseCsv('id,manager,name\n1,,\n')
    expect(roleOf(people, '1')).toMatchObject({ vacant: false, holders: [] })
    expect(managerOf(people, '1')).toBeUndefined()
    expect(managersOf(people, '1')).toEqual([])
  })
})
