/** The contenders that would take most of the time of a run at this size, with the reason; `--all` includes them. */
export function slowAt(size, { all }) {
  if (size < 1_000_000 || all) return {}
  return {
    graphology: 'left out at this size, where the build takes some 12 s',
    graphlib: 'left out at this size, where the build takes some 20 s and 1.6 GB',
  }
}
