/**
 * Runs something once the page has been seen: what takes time and is not on the first frame. A browser can have idle time before that
 * frame, so idle time is no sign of it.
 */
export function afterFirstFrame(run: () => void, delay = 0): void {
  requestAnimationFrame(() => {
    setTimeout(run, delay)
  })
}
