const NONE = -1

/** The same search over numbers: two columns of managers, a visited mark per role, no allocation per question. */
export const matrixTypedArrays = {
  name: 'typed arrays',
  build(records) {
    const handles = new Map(records.map(({ id }, handle) => [id, handle]))
    const column = (ids) => Int32Array.from(ids, (id) => (id === null ? NONE : handles.get(id)))
    return {
      handles,
      manager: column(records.map(({ manager }) => manager)),
      dotted: column(records.map(({ dotted }) => dotted)),
      seen: new Int32Array(records.length),
      open: new Int32Array(records.length),
      search: 0,
    }
  },
  isAbove,
  wouldMakeCycle: isAbove,
}

function isAbove(chart, upperId, lowerId) {
  const { handles, manager, dotted, seen, open } = chart
  const upper = handles.get(upperId)
  const search = ++chart.search
  open[0] = handles.get(lowerId)
  for (let waiting = 1; waiting > 0;) {
    const handle = open[--waiting]
    for (let line = 0; line < 2; line++) {
      const above = line === 0 ? manager[handle] : dotted[handle]
      if (above === NONE || seen[above] === search) continue
      if (above === upper) return true
      seen[above] = search
      open[waiting++] = above
    }
  }
  return false
}
