// As in declare-import.mts, for the reference model and a document of it.
import { toOrgDocument } from 'rolegraph/export'
import { answer, pmoOrg } from 'rolegraph/pmo'

export const office = pmoOrg({ authority: 'directive' })
export const answered = answer('which-is-higher-pmo-or-pm')
export const document = toOrgDocument(office)
