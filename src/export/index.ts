// Org documents
export type { DocumentEntries, OrgDocument } from './document/org-document.js'
export { toOrgDocument } from './document/to-org-document.js'
