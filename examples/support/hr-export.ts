import type { CsvOptions } from 'rolegraph/import'

/** A made-up export of an HR system, with the mistakes that such files have. */
export const HR_EXPORT = new URL('../data/made-up-hr-export.csv', import.meta.url)

/** What may be read from the file as it is, if one says so. None of it is done unasked. */
export const HR_OPTIONS: CsvOptions = {
  // Whoever reports to the board is at the top of this chart.
  tops: ['The Board'],
  // The internal auditor stands as her own manager: nobody is above her.
  selfManagedTops: true,
  // This word in the column of names is nobody's name.
  vacant: ['Vacant'],
}

/** A cell that somebody who knows the people has corrected. */
export interface Correction {
  /** The line of the file, from 1. */
  readonly line: number
  readonly from: string
  readonly to: string
  readonly why: string
}

/** What no option can know, and only the owner of the file can. */
export const CORRECTIONS: readonly Correction[] = [
  {
    line: 7,
    from: ',Sam Reed,',
    to: ',Samira Reed,',
    why: 'the PMO manager in full: there are two called Sam',
  },
  { line: 11, from: ',Sam Reed,', to: ',Samira Reed,', why: 'the analyst reports to her' },
  { line: 14, from: ',Dana Cole,', to: ',Tomas Okoye,', why: 'the depot reports to the COO: no circle' },
  { line: 18, from: ',Hanna Brandt,', to: ',Hannah Brandt,', why: 'a misspelt name' },
  { line: 19, from: '0017,', to: '0023,', why: 'another person, another id' },
  { line: 20, from: ',0,5,', to: ',0.5,', why: 'a decimal comma made one cell two' },
  { line: 22, from: ',half,', to: ',0.5,', why: 'a number is written as one' },
  { line: 26, from: ',Leo Marsh,', to: '0024,Leo Marsh,', why: 'everyone has an id' },
]

/** The text with the corrections. A correction that does not fit its line is a mistake of its own. */
export function corrected(text: string, corrections: readonly Correction[]): string {
  const lines = text.split('\n')
  for (const { line, from, to } of corrections) {
    const before = lines.at(line - 1)
    if (before?.includes(from) !== true) throw new Error(`line ${String(line)} has no ${from}`)
    lines[line - 1] = before.replace(from, to)
  }
  return lines.join('\n')
}
