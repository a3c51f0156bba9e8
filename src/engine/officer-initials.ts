/**
 * What the initials of officers stand for, as words that begin the words of a title, without "Officer", which many titles
 * leave out. Initials can have several meanings.
 */
const MEANINGS: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ['CAO', ['CHIEF ADMINISTRATIVE', 'CHIEF ACCOUNTING']],
  ['CCO', ['CHIEF COMMERCIAL', 'CHIEF COMPLIANCE', 'CHIEF COMMUNICATION']],
  ['CDO', ['CHIEF DATA', 'CHIEF DIGITAL']],
  ['CEO', ['CHIEF EXECUTIVE']],
  ['CFO', ['CHIEF FINANCIAL', 'CHIEF FINANCE']],
  ['CHRO', ['CHIEF HUMAN RESOURCES']],
  ['CIO', ['CHIEF INFORMATION', 'CHIEF INVESTMENT']],
  ['CISO', ['CHIEF INFORMATION SECURITY']],
  ['CLO', ['CHIEF LEGAL', 'CHIEF LEARNING']],
  ['CMO', ['CHIEF MARKETING', 'CHIEF MEDICAL']],
  ['CNO', ['CHIEF NURSE', 'CHIEF NURSING']],
  ['COO', ['CHIEF OPERATING', 'CHIEF OPERATIONS']],
  ['CPO', ['CHIEF PEOPLE', 'CHIEF PRODUCT', 'CHIEF PROCUREMENT', 'CHIEF PROJECT']],
  ['CRO', ['CHIEF RISK', 'CHIEF REVENUE']],
  ['CSO', ['CHIEF STRATEGY', 'CHIEF SECURITY', 'CHIEF SCIENTIFIC']],
  ['CTO', ['CHIEF TECHNOLOGY', 'CHIEF TECHNICAL']],
  ['VP', ['VICE PRESIDENT']],
  ['EVP', ['EXECUTIVE VICE PRESIDENT']],
  ['SVP', ['SENIOR VICE PRESIDENT']],
])

/** The words of a search with the first initials of an officer among them spelled out, once for each meaning. */
export function spelledOut(sought: readonly string[]): readonly (readonly string[])[] {
  for (const [at, word] of sought.entries()) {
    const meanings = MEANINGS.get(word) ?? []
    if (meanings.length === 0) continue
    return meanings.map((meaning) => [...new Set(sought.toSpliced(at, 1, ...meaning.split(' ')))])
  }
  return []
}
