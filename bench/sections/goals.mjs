import { goalsFor } from '../goals.mjs'
import { importTime } from '../import-time.mjs'
import { goalsTable } from '../report/goals-table.mjs'

/** Reads what the other sections have measured, and the time of an import. */
export const goals = {
  name: 'goals',
  title: 'Goals',
  content(board, settings) {
    board.importTime = importTime(settings.imports)
    return goalsTable(goalsFor(settings), board)
  },
}
