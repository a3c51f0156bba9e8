/** The managers and their spans, in a Map of nodes with their reports. */
export function spansOfNodes(nodes) {
  let managers = 0
  let reports = 0
  let widestSpan = 0
  for (const node of nodes.values()) {
    const span = node.reports.length
    if (span === 0) continue
    managers++
    reports += span
    widestSpan = Math.max(widestSpan, span)
  }
  return { managers, averageSpan: reports / managers, widestSpan }
}
