import { TextDecoder, TextEncoder } from 'node:util'
import { recordsOf } from './chart-records.mjs'
import { treeShape } from './chart-shapes.mjs'

const COLUMNS = ['id', 'manager', 'title', 'cost']

/** The same records as JSON and as CSV, as bytes and as text; each contender `takes` one of them. */
export const tableOf = (count, contender) => tableWith(count, contender, COLUMNS)

/** The same without costs. */
export const threeColumnsOf = (count, contender) => tableWith(count, contender, COLUMNS.slice(0, 3))

function tableWith(count, contender, columns) {
  const shape = treeShape(count)
  const source = sourceOf(shape, contender.takes, columns)
  const [top, lowest] = [source.ids[0], source.ids[1]]
  return {
    builds: Math.max(1, Math.round(20_000 / count)),
    makeInput: () => source.input,
    firstQuestion: ({ isAbove }, model) => isAbove?.(model, top, lowest),
    works: [
      {
        key: 'content',
        name: 'content',
        asks: ['sumOf'],
        isCheck: true,
        operations: 1,
        run: ({ sumOf }, model) => sumOf(model),
      },
    ],
  }
}

/** A separate frame, so that the records are garbage afterwards. */
function sourceOf(shape, takes, columns) {
  const records = recordsOf(shape)
  const text = takes.startsWith('JSON') ? JSON.stringify(records, columns) : csvOf(records, columns)
  const bytes = new TextEncoder().encode(text)
  // Decoded, so that the text is one flat string, as if read from a file.
  const input = takes.endsWith('bytes') ? bytes : new TextDecoder().decode(bytes)
  return { input, ids: [records[shape.place[0]].id, records[shape.place[shape.count - 1]].id].map(copied) }
}

function csvOf(records, columns) {
  const lines = records.map((record) => `${columns.map((column) => record[column] ?? '').join(',')}\n`)
  return `${columns.join(',')}\n${lines.join('')}`
}

function copied(text) {
  return Array.from(text).join('')
}
