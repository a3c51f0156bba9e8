/** The table of docs/ask.md, made from the table of rolegraph/ask. */
import { type AskQuestion, askQuestions } from 'rolegraph/ask'
import { pmoQuestions } from 'rolegraph/pmo'

const START = '<!-- table: made by scripts/write-ask-guide.ts -->'
const END = '<!-- end of the table -->'

/** The guide with its table made again. */
export function withAskTable(guide: string): string {
  const [before, after] = [guide.split(START)[0], guide.split(END)[1]]
  const tables = `${table(askQuestions)}\n\nWith \`rolegraph/pmo\`, on charts of the reference model:\n\n${table(pmoQuestions)}`
  return `${before}${START}\n\n${tables}\n\n${END}${after}`
}

function table(rows: readonly AskQuestion[]): string {
  const lines = rows.map(({ example, query, patterns }) => {
    return `| ${example.replace(/[{}]/g, '')} | \`${query}\` | ${String(patterns.length)} |`
  })
  return ['| you ask, for example | answered by | patterns |', '| --- | --- | --- |', ...lines].join('\n')
}
