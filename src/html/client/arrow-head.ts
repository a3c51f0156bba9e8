/** The head of an arrow that ends at a point, going right (1) or left (-1). */
export function arrowHead(x: number, y: number, direction: 1 | -1): string {
  return `M${x} ${y}l${-8 * direction} -4v8z`
}
