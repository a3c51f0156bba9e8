/** The table of docs/ask.md, made from the table of rolegraph/ask. */
import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { type AskQuestion, askQuestions } from 'rolegraph/ask'
import { pmoQuestions } from 'rolegraph/pmo'

const START = '<!-- table: made by npm run write:docs -->'
const END = '<!-- end of the table -->'

/** docs/ask.md with its table made again. */
export async function askGuide(): Promise<string> {
  const file = 'docs/ask.md'
  const guide = withAskTable(readFileSync(file, 'utf8'))
  return format(guide, { ...(await resolveConfig(file)), filepath: file })
}

function withAskTable(guide: string): string {
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
