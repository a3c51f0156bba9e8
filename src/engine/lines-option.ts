import type { Lines, LinesOption } from '../model/line.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** The `lines` of a query's options, `'solid'` where it is left out. Throws `INVALID_OPTION`. */
export function linesOption(options: LinesOption | undefined): Lines {
  const received: unknown = options?.lines
  if (received === undefined) return 'solid'
  if (received === 'solid' || received === 'dotted' || received === 'all') return received
  throw new OrgError(
    'INVALID_OPTION',
    `The option lines is ${quote(received)}; it can be 'solid', 'dotted' or 'all'.`,
    { option: 'lines', received, allowed: "'solid' | 'dotted' | 'all'" },
  )
}
