/** The live bytes, on the heap and in external buffers; needs --expose-gc. */
export function usedBytes() {
  // Twice: objects that the first collection frees may have kept others alive.
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
