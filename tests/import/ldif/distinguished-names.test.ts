import fc from 'fast-check'
import { managerOf } from 'rolegraph'
import { safeParseLdif } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** LDIF of two people: the second is the manager of the first by another form of the name. */
function ldif(dn: string, manager: string): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  return `dn: uid=report\nmanager:: ${base64(manager)}\n\ndn:: ${base64(dn)}\ncn: Manager\n`
}

/** Whether two distinguished names are found to be one. */
function areOne(dn: string, other: string): boolean {
  const result = safeParseLdif(ldif(dn, other), { mode: 'lenient' })
  return result.ok && managerOf(result.org, 'uid=report') === dn
}

const CHARACTERS = Array.from('aBz é,+"\\;<>#= \u0000\u0001\u0002\u0003İß')

describe('distinguished names', () => {
  // From the examples of RFC 4514, the rules of RFC 4517 and 4518, and what directories were seen to write.
  it.each([
    ['case', 'CN=Bo Lee,OU=Staff,DC=ex', 'cn=bo lee,ou=STAFF,dc=EX'],
    ['blanks after commas', 'CN=Bo Lee,OU=Staff,DC=ex', 'CN=Bo Lee, OU=Staff,  DC=ex'],
    ['blanks around the equals sign', 'CN=Bo Lee,DC=ex', 'CN = Bo Lee , DC= ex'],
    ['how many blanks are between words', 'CN=Bo Lee,DC=ex', 'CN=Bo   Lee,DC=ex'],
    ['an escaped comma, by its code', 'CN=Roe\\, Ann,DC=ex', 'CN=Roe\\2C Ann,DC=ex'],
    ['an escaped comma, by its code in small letters', 'CN=Roe\\, Ann,DC=ex', 'CN=Roe\\2c\\20Ann,DC=ex'],
    ['an escaped blank at the end', 'CN=Bo\\ ,DC=ex', 'CN=Bo\\20,DC=ex'],
    ['letters by their bytes', 'CN=Lučić,DC=ex', 'CN=Lu\\C4\\8Di\\C4\\87,DC=ex'],
    ['Unicode forms', 'CN=Zoë,DC=ex', 'CN=Zoe\u0308,DC=ex'],
    ['case beyond ASCII', 'CN=ÉMILE Ölm,DC=ex', 'cn=émile ölm,dc=ex'],
    ['the two small sigmas', 'CN=ΟΔΥΣΣΕΥΣ,DC=ex', 'CN=Οδυσσευς,DC=ex'],
    ['the order of a name with several parts', 'OU=Sales+CN=J.  Smith,DC=ex', 'cn=J. Smith+ou=Sales,dc=ex'],
    [
      'a type by its number',
      'CN=Bo,OU=Staff,DC=ex',
      '2.5.4.3=Bo,2.5.4.11=Staff,0.9.2342.19200300.100.1.25=ex',
    ],
    ['a type by its number, as LDAPv2 writes it', 'CN=Bo,DC=ex', 'OID.2.5.4.3=Bo,DC=ex'],
    [
      'a type by its long name',
      'CN=Bo,OU=Staff,DC=ex',
      'commonName=Bo,organizationalUnitName=Staff,domainComponent=ex',
    ],
    ['a value as the bytes of a string', 'CN=Hi,DC=ex', 'CN=#04024869,DC=ex'],
    ['quotes, as LDAPv2 writes them', 'CN=Roe\\, Ann,DC=ex', 'CN="Roe, Ann",DC=ex'],
    ['semicolons, as LDAPv2 writes them', 'CN=Bo,DC=ex', 'CN=Bo;DC=ex'],
    ['what Active Directory puts before it', 'CN=Bo,DC=ex', '<GUID=0b1e>;<SID=0105>;CN=Bo,DC=ex'],
    ['a plus that is escaped', 'CN=a\\+b,DC=ex', 'CN=a\\2Bb,DC=ex'],
    ['a backslash', 'CN=a\\\\b,DC=ex', 'CN=a\\5Cb,DC=ex'],
  ])('are compared without regard to %s', (_what, dn, other) => {
    expect(areOne(dn, other)).toBe(true)
    expect(areOne(other, dn)).toBe(true)
  })

  it.each([
    ['another value', 'CN=Bo,DC=ex', 'CN=Bob,DC=ex'],
    ['another type', 'CN=Bo,DC=ex', 'UID=Bo,DC=ex'],
    ['another branch', 'CN=Bo,OU=A,DC=ex', 'CN=Bo,OU=B,DC=ex'],
    ['another order of branches', 'CN=Bo,OU=A,OU=B', 'CN=Bo,OU=B,OU=A'],
    ['a comma that is part of the value', 'CN=a\\,OU\\=b,DC=ex', 'CN=a,OU=b,DC=ex'],
    ['a plus that is part of the value', 'CN=a\\+OU\\=b,DC=ex', 'CN=a+OU=b,DC=ex'],
    ['an accent', 'CN=Zoe,DC=ex', 'CN=Zoë,DC=ex'],
    ['other bytes that are not text', 'CN=\\FF,DC=ex', 'CN=\\FE,DC=ex'],
    ['the digits of bytes as text', 'CN=\\FF,DC=ex', 'CN=ff,DC=ex'],
    ['a number in BER', 'CN=#020107,DC=ex', 'CN=#020108,DC=ex'],
    ['control characters', 'CN=a\\00b,DC=ex', 'CN=a\\01b,DC=ex'],
  ])('differ in %s', (_what, dn, other) => {
    expect(areOne(dn, other)).toBe(false)
  })

  it.each([
    'Bo Lee',
    'CN=Bo,',
    'CN=Bo,,DC=ex',
    '=Bo',
    'CN=a\\',
    'C N=Bo',
    'CN="Bo',
    'CN="Bo"x,DC=ex',
    'CN=#0,DC=ex',
  ])('are not text such as %s', (text) => {
    const { issues } = safeParseLdif(ldif('CN=Bo,DC=ex', text))
    expect(issues.map(({ code }) => code)).toEqual(['UNKNOWN_MANAGER'])
    expect(issues[0]?.message).toMatch(/neither the name of an entry nor an id/)
  })

  const value = fc.string({
    unit: fc.constantFrom(...CHARACTERS),
    minLength: 1,
    maxLength: 8,
  })
  const rdns = fc.array(
    fc.array(fc.tuple(fc.constantFrom('cn', 'ou', 'uid'), value), { minLength: 1, maxLength: 3 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )

  /** A name, each character escaped or not as `hexes` says. */
  function written(
    name: readonly (readonly (readonly [string, string])[])[],
    escape: (character: string) => string,
  ): string {
    return name
      .map((parts) => parts.map(([type, text]) => `${type}=${Array.from(text, escape).join('')}`).join('+'))
      .join(',')
  }

  const hex = (character: string): string =>
    Array.from(Buffer.from(character), (byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')
  const sparing = (character: string): string => (/[a-zéİß]/iu.test(character) ? character : hex(character))

  it('are one however their characters are escaped', () => {
    fc.assert(
      fc.property(rdns, (name) => areOne(written(name, hex), written(name, sparing))),
      { numRuns: 300 },
    )
  })

  /** What a name says, worked out without a parser. */
  function meaning(name: readonly (readonly (readonly [string, string])[])[]): string {
    const fold = (text: string): string =>
      text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/ +/g, ' ').replace(/^ | $/g, '')
    return JSON.stringify(
      name.map((parts) => parts.map(([type, text]) => JSON.stringify([type, fold(text)])).sort()),
    )
  }

  it('are two where they mean something else', () => {
    fc.assert(
      fc.property(rdns, rdns, (one, other) => {
        expect(areOne(written(one, hex), written(other, hex))).toBe(meaning(one) === meaning(other))
      }),
      { numRuns: 300 },
    )
  })
})
