import { managerOf } from 'rolegraph'
import { type OrgDocument, toOrgDocument } from 'rolegraph/export'
import { toHtml } from 'rolegraph/html'
import { parseCsv, parseOrgDocument } from 'rolegraph/import'

// The core can query an org that a subpath has read: in CommonJS, too, both share one copy of the class.
const org = parseCsv('id,manager\ndirector,\nanalyst,director\n')
if (managerOf(org, 'analyst') !== 'director') throw new Error('wrong answer for the table')

// One subpath writes what another has read, which then reads it again.
const document: OrgDocument = toOrgDocument(org)
const text = JSON.stringify(document)
if (text !== '{"rolegraph":1,"roles":{"director":{},"analyst":{"reportsTo":"director"}}}')
  throw new Error(text)
if (managerOf(parseOrgDocument(text), 'analyst') !== 'director')
  throw new Error('wrong answer for the document')

if (!toHtml(org).includes('"ids":["director","analyst"]')) throw new Error('wrong page to explore')
