import { managerOf } from 'rolegraph'
import { parseCsv } from 'rolegraph/import'

// The core answers for an org that a subpath has read: both use one copy of the class that holds it.
const org = parseCsv('id,manager\ndirector,\nanalyst,director\n')
if (managerOf(org, 'analyst') !== 'director') throw new Error('wrong answer for the table')
