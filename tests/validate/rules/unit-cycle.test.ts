import { chart, describeRule, structureRule, unreported } from '../harness.js'

const units = {
  top: {},
  a: { partOf: 'b' },
  below: { partOf: 'a' },
  b: { partOf: 'c' },
  c: { partOf: 'a' },
  valueOf: { partOf: 'valueOf' },
}
const found = (path: readonly string[], at: boolean): string => (at ? ` (at ${path.join('.')})` : '')

describeRule('UNIT_CYCLE', structureRule('UNIT_CYCLE'), {
  valid: {
    'no units': chart([{ id: 'r' }]),
    'nested units': chart([{ id: 'r' }], { a: { partOf: 'b' }, b: {}, c: { partOf: 'b' } }),
  },
  broken: Object.fromEntries(
    [true, false].map((reported) => [
      reported ? 'cycles, as found' : 'cycles, seen in the chart alone',
      {
        org: reported ? chart([{ id: 'r' }], units) : unreported(chart([{ id: 'r' }], units)),
        issues: [
          {
            code: 'UNIT_CYCLE',
            severity: 'error' as const,
            roles: [],
            units: ['a', 'b', 'c'],
            place: { path: ['units', 'a', 'partOf'] },
            witness: ['a', 'b', 'c', 'a'],
            message: `3 units are part of each other in a cycle: 'a' → 'b' → 'c' → 'a'${found(['units', 'a', 'partOf'], reported)}`,
            suggestion: 'Remove one of the partOf fields.',
          },
          {
            code: 'UNIT_CYCLE',
            severity: 'error' as const,
            roles: [],
            units: ['valueOf'],
            place: { path: ['units', 'valueOf', 'partOf'] },
            witness: ['valueOf', 'valueOf'],
            message: `The unit 'valueOf' is part of itself${found(['units', 'valueOf', 'partOf'], reported)}`,
            suggestion: 'Remove one of the partOf fields.',
          },
        ],
      },
    ]),
  ),
})
