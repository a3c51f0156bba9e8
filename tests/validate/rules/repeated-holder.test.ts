import type { HolderSpec, Issue } from 'rolegraph'
import { chart, describeRule, structureRule } from '../harness.js'

const held = (...holders: HolderSpec[]): ReturnType<typeof chart> => chart([{ id: 'lead', holders }])

describeRule('REPEATED_HOLDER', structureRule('REPEATED_HOLDER'), {
  valid: {
    'no holders': chart([{ id: 'lead' }, { id: 'clerk', manager: 'lead', holders: [] }]),
    'two people': held('ada', 'joe'),
    'one person in two roles': chart([
      { id: 'lead', holders: ['ada'] },
      { id: 'clerk', manager: 'lead', holders: ['ada'] },
    ]),
    'one after the other, in any order': held(
      { person: 'ada', from: '2026-03-01' },
      { person: 'ada', to: '2026-03-01', kind: 'acting' },
    ),
    'three in turn': held(
      { person: 'ada', from: '2026-02-01', to: '2026-03-01' },
      { person: 'ada', to: '2026-01-01' },
      { person: 'ada', from: '2026-03-01' },
    ),
  },
  broken: {
    'a name twice': { org: held('ada', 'joe', 'ada'), issues: [repeated('ada', 0, 2)] },
    'two people, each twice, and one of them three times': {
      org: held('b', 'a', 'a', 'b', 'a'),
      issues: [repeated('b', 0, 3), repeated('a', 1, 2)],
    },
    'a share and the same without an end': {
      org: held({ person: 'ada', share: 0.5 }, { person: 'ada', from: '2026-01-01', to: '2026-01-02' }),
      issues: [repeated('ada', 0, 1)],
    },
    'an overlap of one day': {
      org: held({ person: 'ada', from: '2026-03-01' }, { person: 'ada', to: '2026-03-02' }),
      issues: [repeated('ada', 0, 1)],
    },
    'a long one that overlaps with the last of three': {
      org: held(
        { person: 'ada', from: '2026-01-01', to: '2026-12-01' },
        { person: 'ada', from: '2025-01-01', to: '2026-01-01' },
        { person: 'ada', from: '2026-11-30' },
      ),
      issues: [repeated('ada', 0, 2)],
    },
    'an empty name': { org: held('', ''), issues: [repeated('', 0, 1)] },
  },
})

function repeated(person: string, first: number, second: number): Issue {
  const at = (index: number): { path: (string | number)[] } => ({ path: ['roles', 'lead', 'holders', index] })
  return {
    code: 'REPEATED_HOLDER',
    severity: 'warning',
    roles: ['lead'],
    units: [],
    place: at(second),
    witness: [at(first), at(second)],
    message: `The role 'lead' lists the holder '${person}' twice for the same time`,
    suggestion: 'Keep one of the two, or give them dates that do not overlap.',
  }
}
