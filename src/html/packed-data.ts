import { NONE, type PageData, type PagePerson } from './page-data.js'

/**
 * The data of a page as the file has it. The page parses it before its first frame, and each list in it takes time then: what most
 * roles have alike is in one flat list.
 */
export interface PackedData extends Omit<PageData, 'people'> {
  /** For each role with one holder who is shown by name: the row, then the position of the person. */
  readonly held: readonly number[]
  /** The id of a person without another name is a text. */
  readonly people: readonly (string | PagePerson)[]
}

/** The data of a page, packed; `holders` has the other roles. */
export function packed(data: PageData): PackedData {
  const held: number[] = []
  const holders = data.holders.filter(([row, shown, people]) => {
    if (people.length !== 1 || shown.length !== 1 || shown[0] !== data.people[people[0]][1]) return true
    held.push(row, people[0])
    return false
  })
  const people = data.people.map((person) =>
    person.length === 2 && person[0] === person[1] ? person[0] : person,
  )
  return { ...data, held, holders, people }
}

/** The data of a page. People and holders are unpacked when they are first asked for. */
export function unpacked(file: PackedData): PageData {
  let people: readonly PagePerson[] | undefined
  let holders: PageData['holders'] | undefined
  return {
    ...file,
    get people() {
      return (people ??= file.people.map((person) =>
        typeof person === 'string' ? [person, person] : person,
      ))
    },
    get holders() {
      if (holders !== undefined) return holders
      const all = [...file.holders]
      for (let at = 0; at < file.held.length; at += 2)
        all.push([file.held[at], [nameIn(file, file.held[at + 1])], [file.held[at + 1]]])
      return (holders = all.sort(([a], [b]) => a - b))
    },
  }
}

/** The holders of a row as they are shown, by row, without unpacking those of all rows. */
export function holdersIn(file: PackedData): (row: number) => readonly string[] | undefined {
  const { held } = file
  const others = new Map(file.holders.map(([row, shown]) => [row, shown]))
  const holder = new Int32Array(file.ids.length).fill(NONE)
  for (let at = 0; at < held.length; at += 2) holder[held[at]] = held[at + 1]
  return (row) => (holder[row] >= 0 ? [nameIn(file, holder[row])] : others.get(row))
}

function nameIn({ people }: PackedData, number: number): string {
  const person = people[number]
  return typeof person === 'string' ? person : person[1]
}
