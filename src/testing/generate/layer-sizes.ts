/** The number of roles in each layer, from the top down; every layer has at least one. */
export function layerSizes(roles: number, span: number, layers: number): number[] {
  const growth = growthOf(roles, span, layers)
  const sizes = [1]
  let left = roles - 1
  for (let layer = 1; layer < layers; layer++) {
    const below = layers - layer - 1
    // Enough that the rest fits below, but few enough that each layer below gets a role.
    const least = Math.max(1, Math.ceil(left / capacity(below + 1, span)))
    const most = Math.min(sizes[layer - 1] * span, left - below)
    const size = Math.min(most, Math.max(least, below === 0 ? left : Math.round(growth ** layer)))
    sizes.push(size)
    left -= size
  }
  return sizes
}

/** How many roles fit into a number of layers. */
export function capacity(layers: number, span: number): number {
  return span === 1 ? layers : Math.round((span ** layers - 1) / (span - 1))
}

/** The fewest layers that hold the roles if spans average three quarters of `span`. */
export function usualLayers(roles: number, span: number): number {
  const average = Math.max(1, span * 0.75)
  let layers = 1
  for (let size = 1, total = 1; total < roles; total += size, layers++) size *= average
  return Math.min(roles, layers)
}

/** The ratio of each layer to the one above at which the layers add up to `roles`. */
function growthOf(roles: number, span: number, layers: number): number {
  let low = 1
  let high = span
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    const total = middle === 1 ? layers : (middle ** layers - 1) / (middle - 1)
    if (total < roles) low = middle
    else high = middle
  }
  return low
}
