import type { Explorer } from './explorer.js'
import { svg } from './element.js'
import { keyItems } from './key-items.js'
import { legendDrawing } from './legend-drawing.js'
import { stillDrawing, wholeChart } from './still-drawing.js'
import { AROUND } from './viewport.js'

/** A narrower file has room for its key. */
const LEAST_WIDTH = 480

/** What the style sheet says of the chart and a file must say itself. SVG elements inherit all of these. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
] as const
/** The custom properties of the style sheet: the colours of the light and of the dark scheme. */
interface Schemes {
  readonly light: ReadonlyMap<string, string>
  readonly dark: ReadonlyMap<string, string>
}

/** The whole open chart as a file. */
export interface SvgFile {
  readonly text: string
  /** The same without a style sheet, and so in light colours everywhere. */
  readonly lightText: string
  readonly width: number
  readonly height: number
}

/**
 * Everything that is open as an SVG document: its look in light colours as presentation attributes, which every
 * program honours, and a style sheet for screens by which it follows the scheme of the reader.
 */
export function chartAsSvg(explorer: Explorer): SvgFile {
  const { view, painter } = explorer
  const schemes = colourSchemes()
  const still = wholeChart(explorer)
  const chart = stillDrawing(explorer, still)
  const width = Math.max(still.part.right - still.part.left, LEAST_WIDTH)
  const drawn = still.part.bottom - still.part.top
  const key = legendDrawing(keyItems(explorer, still.layout.order), width - 2 * AROUND)
  key.element.setAttribute('transform', `translate(${AROUND} ${drawn})`)
  chart.append(key.element)
  const height = drawn + key.height + AROUND / 2
  chart.setAttribute('viewBox', `0 0 ${width} ${height}`)
  // The counts of collapsed boxes stay; the buttons of expanded ones are of no use in a file.
  const unused = view === 'career' ? '.toggle, .span' : '[aria-expanded=true] > .toggle'
  for (const toggle of chart.querySelectorAll(`${unused}, .toggle > .hit, .cut-off`)) toggle.remove()
  const copy = chart.cloneNode(true) as SVGSVGElement
  // The style sheet applies to what is in the page.
  chart.classList.add('off-screen')
  painter.element.after(chart)
  inLightColours(chart, schemes, () => {
    writeLook(chart, copy)
  })
  chart.remove()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    // The roles of a tree are meaningless to a screen reader outside the tree.
    for (const name of element.getAttributeNames()) {
      if (/^(aria-|data-|role$|tabindex$|style$)/.test(name)) element.removeAttribute(name)
    }
  }
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const paper = { class: 'paper', width: '100%', height: '100%', fill: schemes.light.get('--paper') }
  copy.prepend(svg('title', {}, document.title), svg('rect', paper))
  const lightText = new XMLSerializer().serializeToString(copy)
  copy.querySelector('title')?.after(svg('style', {}, screenStyle(copy, schemes)))
  return { text: new XMLSerializer().serializeToString(copy), lightText, width, height }
}

function rulesOfPage(): readonly CSSRule[] {
  return Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules))
}

function colourSchemes(): Schemes {
  const rules = rulesOfPage()
  const variablesIn = (list: readonly CSSRule[]): ReadonlyMap<string, string> => {
    const root = list.find((rule) => rule instanceof CSSStyleRule && rule.selectorText === ':root')
    if (!(root instanceof CSSStyleRule)) return new Map()
    const names = Array.from(root.style).filter((name) => name.startsWith('--'))
    return new Map(names.map((name) => [name, root.style.getPropertyValue(name).trim()]))
  }
  const dark = rules.find((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('dark'))
  return {
    light: variablesIn(rules),
    dark: variablesIn(dark instanceof CSSMediaRule ? Array.from(dark.cssRules) : []),
  }
}

/** Does something while an element is in light colours, whatever the scheme of the reader; nothing is painted then. */
function inLightColours(element: SVGElement, { light }: Schemes, run: () => void): void {
  for (const [name, value] of light) element.style.setProperty(name, value)
  run()
  for (const name of light.keys()) element.style.removeProperty(name)
}

/** Writes what each element looks like into its copy, as far as it does not inherit it. */
function writeLook(chart: SVGElement, copy: SVGElement): void {
  const copies = [copy, ...copy.querySelectorAll('*')]
  const looks = new Map<Element, Look>()
  // Elements of the same kind inside the same kind look alike, so that a style is computed once for each kind.
  const known = new Map<string, Look>()
  for (const [place, element] of [chart, ...chart.querySelectorAll('*')].entries()) {
    const above = element.parentElement === null ? undefined : looks.get(element.parentElement)
    const marks = ['class', 'font-size', 'fill', 'stroke'].map((name) => element.getAttribute(name) ?? '')
    const key = `${above?.number ?? 0} ${element.tagName} ${marks.join('|')}`
    let look = known.get(key)
    if (look === undefined) {
      const style = getComputedStyle(element)
      look = { number: known.size + 1, values: PROPERTIES.map((name) => style.getPropertyValue(name)) }
      known.set(key, look)
    }
    looks.set(element, look)
    for (const [index, name] of PROPERTIES.entries()) {
      if (look.values[index] !== above?.values[index]) copies[place].setAttribute(name, look.values[index])
    }
  }
}

interface Look {
  readonly number: number
  readonly values: readonly string[]
}

/** The colours of the chart as variables that follow the scheme of the reader. */
function screenStyle(copy: SVGElement, { light, dark }: Schemes): string {
  const rules = rulesOfPage().flatMap((rule) => {
    // Neither the page around the chart nor what a pointer does to it.
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes(':')) return []
    if (!copy.matches(rule.selectorText) && copy.querySelector(rule.selectorText) === null) return []
    const colours = ['color', 'fill', 'stroke'].flatMap((name) => {
      const value = rule.style.getPropertyValue(name)
      return value === '' ? [] : [`${name}:${value}`]
    })
    return colours.length === 0 ? [] : [`${rule.selectorText}{${colours.join(';')}}`]
  })
  const used = new Set(rules.join('').match(/--[\w-]+/g) ?? [])
  const variables = (scheme: ReadonlyMap<string, string>): string => {
    return Array.from(used, (name) => `${name}:${scheme.get(name) ?? ''}`).join(';')
  }
  return [
    '@media screen{',
    `.chart{color-scheme:light dark;${variables(light)}}`,
    `@media (prefers-color-scheme:dark){.chart{${variables(dark)}}}`,
    ...rules,
    '}',
  ].join('\n')
}
