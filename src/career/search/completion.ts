/** The rest of a path, to the goal: its moves by their positions, and what they cost. */
export interface Completion {
  readonly moves: readonly number[]
  readonly cost: number
}
