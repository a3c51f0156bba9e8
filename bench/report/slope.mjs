/**
 * How a time grows: the slope of its logarithm over the logarithm of the size, by least squares. 0 is no growth, 1 is
 * linear, 2 is quadratic. Undefined for fewer than two sizes.
 */
export function slope(points) {
  const known = points.filter(([, time]) => time !== undefined).map((point) => point.map(Math.log))
  if (known.length < 2) return undefined
  const mean = (axis) => known.reduce((sum, point) => sum + point[axis], 0) / known.length
  const [meanSize, meanTime] = [mean(0), mean(1)]
  const product = known.reduce((sum, [size, time]) => sum + (size - meanSize) * (time - meanTime), 0)
  return product / known.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0)
}
