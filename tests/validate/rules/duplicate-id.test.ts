import { chart, describeRule, structureRule } from '../harness.js'

describeRule('DUPLICATE_ID', structureRule('DUPLICATE_ID'), {
  valid: {
    'ids that differ in one character': chart([{ id: '7' }, { id: '007' }, { id: '7 ' }, { id: '' }]),
  },
  broken: {
    'each further record with an id, with both places': {
      org: chart([{ id: 'a' }, { id: 'valueOf' }, { id: 'valueOf', manager: 'a' }, { id: 'a' }, { id: 'a' }]),
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['valueOf'],
          units: [],
          place: { record: 2, field: 'id' },
          witness: [{ record: 1 }, { record: 2, field: 'id' }],
          message: "Two roles have the id 'valueOf' (at record 2, id)",
          suggestion: 'Give each role a different id; for a job share, write one role with several holders.',
        },
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 3, field: 'id' },
          witness: [{ record: 0 }, { record: 3, field: 'id' }],
          message: "Two roles have the id 'a' (at record 3, id)",
          suggestion: 'Give each role a different id; for a job share, write one role with several holders.',
        },
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 4, field: 'id' },
          witness: [{ record: 0 }, { record: 4, field: 'id' }],
          message: "Two roles have the id 'a' (at record 4, id)",
          suggestion: 'Give each role a different id; for a job share, write one role with several holders.',
        },
      ],
    },
    'a role and a unit with one id': {
      org: chart([{ id: 'pmo' }], { pmo: {} }),
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['pmo'],
          units: ['pmo'],
          place: { path: ['units', 'pmo'] },
          witness: [{ record: 0 }, { path: ['units', 'pmo'] }],
          message: "A role and a unit have the id 'pmo' (at units.pmo)",
          suggestion: 'Roles and units share one namespace: rename one of the two.',
        },
      ],
    },
  },
})
