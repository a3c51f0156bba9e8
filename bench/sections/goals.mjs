import { goalsFor } from '../goals.mjs'
import { firstAnswers } from '../first-answer.mjs'
import { importTime } from '../import-time.mjs'
import { goalsTable } from '../report/goals-table.mjs'

/** Reads the figures of the other sections, and measures the time of an import and of a first answer. */
export const goals = {
  name: 'goals',
  title: 'Goals',
  content(board, settings) {
    board.importTime = importTime(settings.imports)
    board.firstAnswers = firstAnswers(['rolegraph', 'Map by id'], settings.imports)
    return goalsTable(goalsFor(settings), board)
  },
}
