import { onContentUpdated, withBase } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'

interface Mermaid {
  initialize(options: object): void
  render(id: string, text: string): Promise<{ readonly svg: string }>
}
declare global {
  var mermaid: Mermaid | undefined
}

/** Runs what the page at hand needs: diagrams, or the playground. */
async function enliven(): Promise<void> {
  const playground = document.querySelector<HTMLElement>('#live')
  if (playground !== null && playground.childElementCount === 0) {
    const { start } = (await import(/* @vite-ignore */ withBase('/playground.js'))) as {
      start: (element: HTMLElement) => void
    }
    start(playground)
  }
  const diagrams = [...document.querySelectorAll<HTMLElement>('div.language-mermaid')]
  if (diagrams.length === 0) return
  const mermaid = await loadedMermaid()
  for (const [index, block] of diagrams.entries()) {
    const text = block.querySelector('code')?.textContent ?? ''
    const { svg } = await mermaid.render(`diagram-${String(index)}`, text)
    const drawn = document.createElement('div')
    drawn.className = 'diagram'
    drawn.innerHTML = svg
    block.replaceWith(drawn)
  }
}

async function loadedMermaid(): Promise<Mermaid> {
  if (globalThis.mermaid !== undefined) return globalThis.mermaid
  await new Promise((loaded, failed) => {
    const script = document.createElement('script')
    script.src = withBase('/mermaid.js')
    script.onload = loaded
    script.onerror = failed
    document.head.append(script)
  })
  const { mermaid } = globalThis as { readonly mermaid?: Mermaid }
  if (mermaid === undefined) throw new Error('mermaid.js was not loaded')
  mermaid.initialize({ startOnLoad: false, theme: 'neutral', securityLevel: 'strict' })
  return mermaid
}

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { readonly app: { config: { errorHandler?: (error: unknown) => void } } }): void {
    // Else Vue reports a page that it cannot render, and the build goes on with half of it.
    if (import.meta.env.SSR)
      app.config.errorHandler = (error) => {
        throw error
      }
  },
  setup(): void {
    onContentUpdated(() => void enliven())
  },
}
