import { type ImportResult, safeParseOrganogram, safeParseOrgDocument, safeParseScim } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const senior = 'Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post\n1,Ada,SCS3,Director,XX\n'
const junior = 'Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n2,Analyst,1\n'

describe('issues of an importer', () => {
  it.each<[format: string, path: readonly unknown[], read: () => ImportResult]>([
    ['an organogram', ['junior'], () => safeParseOrganogram(senior, { junior })],
    [
      'an org document',
      ['roles', 'a'],
      () => safeParseOrgDocument('{ "rolegraph": 1, "roles": { "a": {}, "a": {} } }'),
    ],
    ['a directory', ['Resources', 0], () => safeParseScim('{ "totalResults": 1, "Resources": [{}] }')],
  ])('cannot be changed, down to their paths: %s', (_format, path, read) => {
    const [issue] = read().issues
    expect(issue.place.path).toEqual(path)
    const places = [issue.place, ...issue.witness.filter((item) => typeof item !== 'string')]
    for (const place of places) {
      expect([Object.isFrozen(place), Object.isFrozen(place.path)]).toEqual([true, true])
    }
    expect([issue, issue.roles, issue.units, issue.witness].every(Object.isFrozen)).toBe(true)
  })
})
