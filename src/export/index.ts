// Org documents
export { type DocumentEntries, type OrgDocument, toOrgDocument } from '../internal.js'
