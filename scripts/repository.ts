import { readFileSync } from 'node:fs'

/** Stands for the address of the repository until a maintainer runs `npm run set:repository -- https://…`. */
export const PLACEHOLDER = 'https://github.com/OWNER/rolegraph'

/** The files that name the repository. */
export const FILES_WITH_REPOSITORY = [
  'package.json',
  'SECURITY.md',
  '.github/ISSUE_TEMPLATE/config.yml',
  '.changeset/config.json',
]

/** The address of the repository; `undefined` as long as it is the placeholder. */
export function repositoryAddress(): string | undefined {
  const { repository } = JSON.parse(readFileSync('package.json', 'utf8')) as { repository: { url: string } }
  const address = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')
  return address === PLACEHOLDER ? undefined : address
}
