// As in declare-import.mts, for orgs and issue codes that the core declares.
import { breakOrg, defectCodes, makeOrg, matchers } from 'rolegraph/testing'
import { transitiveReportsOf } from 'rolegraph/handles'
import { pictureOf } from 'rolegraph/render'

export const org = makeOrg({ roles: 30 })
export const broken = () => breakOrg(org, 'self-report')
export const codes = defectCodes
export const all = { ...matchers }
export const reports = transitiveReportsOf(org, 0)
export const picture = pictureOf(org)
