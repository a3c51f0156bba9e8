import type { Explorer } from './explorer.js'
import { svg } from './element.js'

/** What the style sheet says of the chart and a file must say itself. SVG elements inherit all of these. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
] as const
/** Lengths that are the same on the screen at every scale of the chart, where an element asks for it. */
const UNSCALED: readonly string[] = ['stroke-width', 'stroke-dasharray']

/** The custom properties of the style sheet: the colours of the light and of the dark scheme. */
interface Schemes {
  readonly light: ReadonlyMap<string, string>
  readonly dark: ReadonlyMap<string, string>
}

/**
 * The visible part of the chart as an SVG document: its look in light colours as presentation attributes, which every
 * program honours, and a style sheet for screens by which it follows the scheme of the reader.
 */
function visibleSvg({ painter, viewport, view }: Explorer): string {
  const schemes = colourSchemes()
  painter.paint(0)
  const chart = painter.element
  const copy = chart.cloneNode(true) as SVGSVGElement
  inLightColours(chart, schemes, () => {
    writeLook(chart, copy, viewport.scale)
  })
  // The counts of collapsed boxes stay; the buttons of expanded ones are of no use in a file.
  const unused = view === 'career' ? '.toggle, .span' : '[aria-expanded=true] > .toggle'
  for (const toggle of copy.querySelectorAll(unused)) toggle.remove()
  painter.paint()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    // The roles of a tree are meaningless to a screen reader outside the tree.
    for (const name of element.getAttributeNames()) {
      if (/^(aria-|data-|role$|tabindex$|style$)/.test(name)) element.removeAttribute(name)
    }
  }
  for (const cutOff of copy.querySelectorAll('.cut-off')) cutOff.remove()
  copy.setAttribute('width', String(viewport.width))
  copy.setAttribute('height', String(viewport.height))
  const paper = { class: 'paper', width: '100%', height: '100%', fill: schemes.light.get('--paper') }
  copy.prepend(svg('title', {}, document.title), svg('style'), svg('rect', paper))
  copy.querySelector('style')?.append(screenStyle(copy, schemes))
  return new XMLSerializer().serializeToString(copy)
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
function writeLook(chart: SVGElement, copy: SVGElement, scale: number): void {
  const copies = [copy, ...copy.querySelectorAll('*')]
  const inherited = new Map<Element, readonly string[]>()
  for (const [place, element] of [chart, ...chart.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(element)
    const isUnscaled = style.getPropertyValue('vector-effect') === 'non-scaling-stroke'
    const values = PROPERTIES.map((name) => {
      const value = style.getPropertyValue(name)
      return isUnscaled && UNSCALED.includes(name) ? divided(value, scale) : value
    })
    inherited.set(element, values)
    const above = element.parentElement === null ? undefined : inherited.get(element.parentElement)
    for (const [index, name] of PROPERTIES.entries()) {
      if (values[index] !== above?.[index]) copies[place].setAttribute(name, values[index])
    }
  }
}

function divided(lengths: string, scale: number): string {
  return lengths.replace(/[\d.]+/g, (length) => String(Number((Number(length) / scale).toFixed(3))))
}

/** The colours of the chart as variables that follow the scheme of the reader. */
function screenStyle(copy: SVGElement, { light, dark }: Schemes): string {
  const rules = rulesOfPage().flatMap((rule) => {
    // Neither the page around the chart nor what a pointer does to it.
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes(':')) return []
    if (!copy.matches(rule.selectorText) && copy.querySelector(rule.selectorText) === null) return []
    const colours = ['fill', 'stroke'].flatMap((name) => {
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

/** Downloads the visible part. */
export function saveSvg(explorer: Explorer): void {
  const url = URL.createObjectURL(new Blob([visibleSvg(explorer)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'org-chart.svg'
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
