import { describe, expect, it } from 'vitest'
import { safeParseOrgDocument, safeParseRecords } from 'rolegraph/import'
import * as YAML from 'yaml'

/** Whether a number is read without an issue in JSON and in YAML, as data. */
const isRead = (number: string): boolean[] => {
  const json = `{ "rolegraph": 1, "roles": { "a": { "data": [${number}] } } }`
  return [
    safeParseOrgDocument(json).ok,
    safeParseOrgDocument(json, { yaml: YAML }).ok,
    safeParseRecords(`[{ "id": "a", "manager": null, "x": { "y": [${number}] } }]`).ok,
  ]
}

describe('numbers', () => {
  it.each([
    ...['9007199254740993', '9007199254740993.0', '9.007199254740993e15', '9007199254740993e0', '1e400'],
    ...['12345678901234567890', '12345678901234567890.5', '-9007199254740993', '0.1000000000000000055511151'],
  ])('that a double rounds are an issue: %s', (number) => {
    expect(isRead(number)).toEqual([false, false, false])
  })

  it.each([
    ...[
      '9007199254740992',
      '9007199254740994',
      '1e23',
      '1.5',
      '0.1',
      '0.30000000000000004',
      '0.10000000000000001',
    ],
    ...['1e-7', '-0', '100000000000000000000', '12345678900000e-5', '0.0'],
  ])('that a double holds are read: %s', (number) => {
    expect(isRead(number)).toEqual([true, true, true])
  })
})
