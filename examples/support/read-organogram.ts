import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Org, orgFromRecords } from 'rolegraph'

/** A senior post of a UK government organogram, by the headings of the published file. */
export interface Post {
  readonly 'Post Unique Reference': string
  readonly Name: string
  readonly Grade: string
  readonly 'Job Title': string
  readonly Unit: string
  readonly 'Reports to Senior Post': string
  readonly FTE: string
  readonly 'Actual Pay Floor (£)': string
  readonly 'Actual Pay Ceiling (£)': string
}

/** The rows of a published file. */
export function readPosts(file: URL): Post[] {
  const rows: Post[] = parse(readFileSync(file), { columns: true, bom: true })
  return rows
}

/** The posts as an org: `XX` marks the top, and a pay floor of 0 is one that was not disclosed. */
export function organogram(posts: readonly Post[]): Org<string, string, { readonly grade: string }> {
  return orgFromRecords(posts, {
    id: 'Post Unique Reference',
    manager: (post) =>
      post['Reports to Senior Post'].toUpperCase() === 'XX' ? null : post['Reports to Senior Post'],
    title: (post) => post['Job Title'].trim(),
    holders: 'Name',
    unit: 'Unit',
    fte: (post) => Number(post.FTE),
    cost: (post) => Number(post['Actual Pay Floor (£)']) || null,
    data: (post) => ({ grade: post.Grade }),
  })
}
