import type { Issue, Org } from 'rolegraph'
import { chart, describeRule, structureRule } from '../harness.js'

const ids = (...list: readonly string[]): Org => chart(list.map((id) => ({ id })))

describeRule('LOOK_ALIKE_IDS', structureRule('LOOK_ALIKE_IDS'), {
  valid: {
    'no role': ids(),
    'plain ids': ids('analyst', 'analyst-2', 'analyst-20', 'Manager', 'a b', 'ab'),
    'zeros that are not leading': ids('100', '10', '1', '0', 'r10', 'r1'),
    'figures after a point': ids('1.05', '1.5', '2,05', '2,5'),
    'digits that look like letters': ids('A0', 'AO', 'l1', 'll'),
    'accents that differ': ids('jose', 'josé', 'josè'),
    'names of another alphabet': ids('анна', 'иван', 'μαρία', '李'),
    'letters that look alike in one case only': ids('\u043d', 'h', '\u03bd', 'n'),
  },
  broken: {
    case: { org: ids('pso1', 'b', 'PSO1'), issues: [alike(['pso1', 'PSO1'], "'pso1' and 'PSO1'", 'case')] },
    'groups in the order of their first ids': {
      org: ids('a', 'b', 'c', 'B', 'A', '\uff41'),
      issues: [
        alike(['a', 'A', '\uff41'], "'a', 'A' and '\uff41'", 'Unicode form and case'),
        alike(['b', 'B'], "'b' and 'B'", 'case'),
      ],
    },
    'leading zeros, of any number in an id': {
      org: ids('007', '7', 'post-01-2', 'post-1-02'),
      issues: [
        alike(['007', '7'], "'007' and '7'", 'leading zeros'),
        alike(['post-01-2', 'post-1-02'], "'post-01-2' and 'post-1-02'", 'leading zeros'),
      ],
    },
    'space at the ends, between words and of another kind': {
      org: ids('a b', ' a b', 'a  b\t', 'a\u00a0b', 'c', 'c '),
      issues: [
        alike(
          ['a b', ' a b', 'a  b\t', 'a\u00a0b'],
          "'a b', ' a b', 'a  b\\t' and 'a\u00a0b'",
          'white space or invisible characters',
        ),
        alike(['c', 'c '], "'c' and 'c '", 'white space or invisible characters'),
      ],
    },
    'invisible characters': {
      org: ids('lead', 'le\u200bad', '\ufefflead'),
      issues: [
        alike(
          ['lead', 'le\u200bad', '\ufefflead'],
          "'lead', 'le\\u{200b}ad' and '\\u{feff}lead'",
          'white space or invisible characters',
        ),
      ],
    },
    'composed, decomposed and full-width characters': {
      org: ids('caf\u00e9', 'cafe\u0301', '\uff41\uff11', 'a1'),
      issues: [
        alike(['caf\u00e9', 'cafe\u0301'], "'caf\u00e9' and 'cafe\u0301'", 'Unicode form'),
        alike(['\uff41\uff11', 'a1'], "'\uff41\uff11' and 'a1'", 'Unicode form'),
      ],
    },
    'letters of another alphabet, and dashes': {
      org: ids('analyst', '\u0430n\u0430lyst', 'PMO-1', 'PMO\u20131'),
      issues: [
        alike(
          ['analyst', '\u0430n\u0430lyst'],
          "'analyst' and '\u0430n\u0430lyst'",
          'look-alike letters or signs (U+0430)',
        ),
        alike(['PMO-1', 'PMO\u20131'], "'PMO-1' and 'PMO\u20131'", 'look-alike letters or signs (U+2013)'),
      ],
    },
    'case in another alphabet': {
      org: ids('\u0430\u043d\u043d\u0430', '\u0410\u041d\u041d\u0410'),
      issues: [
        alike(
          ['\u0430\u043d\u043d\u0430', '\u0410\u041d\u041d\u0410'],
          "'\u0430\u043d\u043d\u0430' and '\u0410\u041d\u041d\u0410'",
          'case',
        ),
      ],
    },
    'several differences at once': {
      org: ids('A07 ', 'a7'),
      issues: [
        alike(
          ['A07 ', 'a7'],
          "'A07 ' and 'a7'",
          'white space or invisible characters, case and leading zeros',
        ),
      ],
    },
    'two that are alike through a third, and two kinds of difference that each suffice': {
      // The capital looks like H, and is the capital of the first, which looks like nothing.
      org: ids('\u043d', '\u041d', 'H'),
      issues: [
        alike(
          ['\u043d', '\u041d', 'H'],
          "'\u043d', '\u041d' and 'H'",
          'case and look-alike letters or signs (U+041D)',
        ),
      ],
    },
    'roles and units, and hostile ids': {
      org: chart(
        [{ id: '__PROTO__' }, { id: '__proto__' }, { id: '' }, { id: ' ' }, { id: 'pmo', unit: 'PMO' }],
        { PMO: {} },
      ),
      issues: [
        alike(['__PROTO__', '__proto__'], "'__PROTO__' and '__proto__'", 'case'),
        alike(['', ' '], "'' and ' '", 'white space or invisible characters'),
        { ...alike(['pmo'], "'pmo' and 'PMO'", 'case'), ...withUnit('pmo', 'PMO') },
      ],
    },
    'two units': {
      org: chart([{ id: 'r' }], { a: {}, A: {} }),
      issues: [
        {
          ...alike([], "'a' and 'A'", 'case'),
          units: ['a', 'A'],
          place: { path: ['units', 'a'] },
          witness: ['a', 'A'],
          message: "2 ids look alike: 'a' and 'A'; they differ only in case",
        },
      ],
    },
    'more than a message lists': {
      org: ids(...Array.from({ length: 10 }, (_, i) => `${'0'.repeat(i)}7`)),
      issues: [
        alike(
          Array.from({ length: 10 }, (_, i) => `${'0'.repeat(i)}7`),
          "'7', '07', '007', '0007', '00007', '000007', '0000007', '00000007' and 2 more",
          'leading zeros',
        ),
      ],
    },
  },
})

function alike(roles: readonly string[], listed: string, differences: string): Issue {
  return {
    code: 'LOOK_ALIKE_IDS',
    severity: 'warning',
    roles,
    units: [],
    place: { path: ['roles', roles[0]] },
    witness: roles,
    message: `${String(roles.length)} ids look alike: ${listed}; they differ only in ${differences}`,
    suggestion: 'If they mean the same role, use one id; otherwise make the ids easier to tell apart.',
  }
}

function withUnit(role: string, unit: string): Partial<Issue> {
  return {
    units: [unit],
    witness: [role, unit],
    message: `2 ids look alike: '${role}' and '${unit}'; they differ only in case`,
  }
}
