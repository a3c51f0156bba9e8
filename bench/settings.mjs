const SECOND = 1_000

/** How long each contender is measured: the most rounds, and the milliseconds after which no further round begins. */
const small = {
  builds: { rounds: 9, budget: SECOND },
  works: { rounds: 9, budget: 2 * SECOND, atLeast: 20 },
  timeout: 60 * SECOND,
}
const large = {
  builds: { rounds: 4, budget: 5 * SECOND },
  works: { rounds: 4, budget: 2 * SECOND, atLeast: 20 },
  timeout: 120 * SECOND,
}
/** For workloads with a few slow questions, such as a chain of a million. */
const extreme = {
  builds: { rounds: 2, budget: 3 * SECOND },
  works: { rounds: 3, budget: 2 * SECOND, atLeast: 20 },
  timeout: 25 * SECOND,
}

export const full = {
  ...{ small, large, extreme },
  sizes: [1_000, 10_000, 100_000, 1_000_000],
  /** The size for the goals of queries; `largest` is the one for loads and memory. */
  main: 100_000,
  imports: 15,
  largest: 1_000_000,
  /** The rows of an export of an HR system. */
  exportRows: 100_000,
  /** The roles that are written in other formats and read. */
  formatRoles: 100_000,
  careers: [10_000, 100_000],
  names: 200_000,
  /** The roles among which the right answers are counted: Fuse.js takes seconds for an answer among more. */
  found: 20_000,
  /** Random moves in one draft. */
  moves: 1_000_000,
  /** The roles of the orgs that are changed, compared and merged. */
  changed: [100_000, 1_000_000],
  pictures: [1_000, 10_000, 100_000],
  ladders: [100, 1_000, 10_000, 100_000],
  /** Diamonds in a row for algorithms that try every path: each one doubles the time. */
  shortLadders: [8, 12, 16, 20],
}

/** A quick look: a tenth of the sizes and few rounds. The figures are rough. */
export const quick = {
  small: {
    builds: { rounds: 3, budget: SECOND },
    works: { rounds: 3, budget: SECOND / 2, atLeast: 10 },
    timeout: 20 * SECOND,
  },
  large: {
    builds: { rounds: 2, budget: 2 * SECOND },
    works: { rounds: 2, budget: SECOND / 2, atLeast: 10 },
    timeout: 20 * SECOND,
  },
  extreme: {
    builds: { rounds: 1, budget: SECOND },
    works: { rounds: 1, budget: SECOND / 2, atLeast: 10 },
    timeout: 5 * SECOND,
  },
  sizes: [1_000, 10_000, 100_000],
  main: 10_000,
  imports: 3,
  largest: 100_000,
  exportRows: 10_000,
  formatRoles: 10_000,
  careers: [10_000],
  names: 20_000,
  found: 2_000,
  moves: 100_000,
  changed: [10_000],
  pictures: [1_000, 10_000],
  ladders: [100, 1_000, 10_000],
  shortLadders: [8, 12, 16],
}
