import type { Org } from 'rolegraph'
import type { RecordData, RecordsOptions } from 'rolegraph/import'
import { limitsOf } from '../../../src/import/input/import-options.js'
import { fieldNames } from '../../../src/import/records/records-options.js'
import { quickRecordsOrg } from '../../../src/import/records/quick-records-org.js'

/** The org of a text by its bytes. */
export function quickly(
  json: string,
  options: RecordsOptions = {},
): Org<string, string, RecordData> | undefined {
  return quickRecordsOrg(json, json, fieldNames(options), options, limitsOf(options.limits))
}

/** The same text with a key that is escaped, with which nothing is read by its bytes. */
export function forParser(json: string): string {
  return json.replace('"id"', '"\\u0069d"')
}
