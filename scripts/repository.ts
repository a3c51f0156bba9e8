import { readFileSync, writeFileSync } from 'node:fs'

/** Stands for the repository until a maintainer runs `npm run set:repository -- https://github.com/…/…`. */
export const PLACEHOLDER = 'https://github.com/OWNER/rolegraph'

/** The files that name the repository. */
export const FILES_WITH_REPOSITORY = ['package.json', 'SECURITY.md', '.github/ISSUE_TEMPLATE/config.yml']

const ADDRESS = /https:\/\/github\.com\/[\w-]+\/rolegraph(?![\w-])/g

/** The addresses of the repository in a text. A sound project has one, in all files. */
export function repositoriesIn(text: string): readonly string[] {
  return [...new Set(text.match(ADDRESS))]
}

/** The address of the repository; `undefined` as long as it is the placeholder. */
export function repositoryAddress(): string | undefined {
  const [address] = repositoriesIn(readFileSync('package.json', 'utf8'))
  return address === PLACEHOLDER ? undefined : address
}

/** Writes the address of the repository into every file that names it. */
export function setRepository(address: string): void {
  if (repositoriesIn(address).join() !== address) {
    throw new Error(`Expected an address such as ${PLACEHOLDER}, received ${address}`)
  }
  for (const file of FILES_WITH_REPOSITORY) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(ADDRESS, address))
  }
}
