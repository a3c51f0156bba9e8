/** Who is left out where it would take most of the time of the whole run, with the reason; `--all` takes everyone. */
export function slowAt(size, { all }) {
  if (size < 1_000_000 || all) return {}
  return {
    graphology: 'left out at this size, where it builds for some 12 s',
    graphlib: 'left out at this size, where it builds for some 20 s and takes 1.6 GB',
  }
}
