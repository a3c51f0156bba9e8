/**
 * Every way in which `count` roles can have a solid manager or none, themselves included: (count + 1) ** count
 * columns, with -1 for none.
 */
export function* allFunctionalGraphs(count: number): Generator<Int32Array> {
  const total = (count + 1) ** count
  for (let code = 0; code < total; code++) {
    const manager = new Int32Array(count)
    let rest = code
    for (let handle = 0; handle < count; handle++) {
      manager[handle] = (rest % (count + 1)) - 1
      rest = Math.floor(rest / (count + 1))
    }
    yield manager
  }
}
