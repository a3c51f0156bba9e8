import { recordsOf } from './chart-records.mjs'
import { treeShape } from './chart-shapes.mjs'
import { seeded } from './seeded.mjs'

const LEVELS = 'Senior,Junior,Lead,Deputy,Chief,Assistant,Associate,Principal,Interim,Regional'.split(',')
const FIELDS =
  'Project,Finance,Risk,Nursing,Digital,Policy,Estates,Clinical,Data,Supply,Training,Legal,Payroll,Security'.split(
    ',',
  )
const JOBS =
  'Manager,Analyst,Co-ordinator,Officer,Director,Nurse,Engineer,Planner,Clerk,Adviser,Architect,Buyer'.split(
    ',',
  )
const PLACES =
  'London,Leeds,Bristol,York,Cardiff,Glasgow,Zürich,Genève,Málaga,Kraków,Lisbon,Porto,Bergen,Turku'.split(',')
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Roles with titles such as "Senior Risk Analyst, Leeds 12", as records: several roles may share one. */
export function titledRecords(count) {
  const random = seeded(11)
  const one = (words) => words[Math.floor(random() * words.length)]
  return recordsOf(treeShape(count)).map((record) => {
    const team = 1 + Math.floor(random() * Math.max(1, count / 5_000))
    return { ...record, title: `${one(LEVELS)} ${one(FIELDS)} ${one(JOBS)}, ${one(PLACES)} ${team}` }
  })
}

/** How a person may write a title. The generator knows nothing of the contenders. */
const WAYS = {
  'one typo': (words, random) => withTypo(words, random),
  'another order': (words, random) => shuffled(words, random),
  'beginnings of words': (words, random) => words.map((word) => beginning(word, random)),
  'a word left out': (words, random) => words.toSpliced(Math.floor(random() * words.length), 1),
  'a typo, no accents or hyphens': (words, random) => withTypo(words, random).map(plain),
  'another order and a typo': (words, random) => shuffled(withTypo(words, random), random),
}

/** What is written for a role, and the role; at most five roles share its title, or nobody could tell which is meant. */
export function writtenTitles(records, count) {
  const sharing = new Map()
  for (const { title } of records) sharing.set(title, (sharing.get(title) ?? 0) + 1)
  const random = seeded(17)
  const ways = Object.entries(WAYS)
  const list = []
  while (list.length < count) {
    const { id, title } = records[Math.floor(random() * records.length)]
    if (sharing.get(title) > 5) continue
    const [way, write] = ways[list.length % ways.length]
    const text = write(title.split(' '), random).join(' ').toLowerCase()
    list.push({ way, text, id, isShared: sharing.get(title) > 1 })
  }
  return list
}

/** The role is the first result; where others have the same title, it is among the first five. */
export function isRight({ id, isShared }, ids) {
  return isShared ? ids.slice(0, 5).includes(id) : ids[0] === id
}

/** As on a keyboard without accents. */
function plain(word) {
  return word.normalize('NFD').replace(/[\p{M}-]/gu, '')
}

function shuffled(words, random) {
  const list = [...words]
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
  return list
}

function beginning(word, random) {
  return word.slice(0, Math.max(3, Math.ceil(word.length * (0.4 + 0.6 * random()))))
}

/** A letter left out, added, replaced or swapped with the next one, in a word of five letters or more. */
function withTypo(words, random) {
  const long = [...words.keys()].filter((at) => words[at].length >= 5)
  const chosen = long[Math.floor(random() * long.length)]
  const letters = Array.from(words[chosen])
  const at = Math.floor(random() * (letters.length - 1))
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]
  const edits = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, letter),
    () => letters.splice(at, 1, letter),
    () => letters.splice(at, 2, letters[at + 1], letters[at]),
  ]
  edits[Math.floor(random() * edits.length)]()
  return words.with(chosen, letters.join(''))
}
