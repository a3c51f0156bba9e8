/** What is alive, on the heap and in buffers beside it; needs --expose-gc. */
export function usedBytes() {
  // Twice: what the first collection frees may hold on to more.
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
