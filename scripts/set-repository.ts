/**
 * Fills in where the repository is: `npm run set:repository -- https://github.com/…/rolegraph`. With `--check` it fails as
 * long as that has not been done.
 */
import { repositoryAddress, setRepository } from './repository.js'

const [address = ''] = process.argv.slice(2)
if (address !== '--check') setRepository(address)
else if (repositoryAddress() === undefined) {
  throw new Error('The repository is not filled in: npm run set:repository -- https://github.com/…/rolegraph')
}
console.log(`The repository is ${repositoryAddress() ?? 'the placeholder'}.`)
