import { SaxesParser } from 'saxes'

/** An element of a document, with all text inside it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | undefined
  text: string
}

/** The elements of an XML document in document order, read by a strict parser. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, parent: open.at(-1), text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return elements
}

/** A presentation attribute of an element, or of the nearest element around it that has it. */
export function inherited(element: Element | undefined, name: string): string | undefined {
  for (let next = element; next !== undefined; next = next.parent) {
    if (name in next.attributes) return next.attributes[name]
  }
  return undefined
}

/** The shift and the scale of an element and of all that it is in, in units of the document. */
export function placeOf(element: Element | undefined): { x: number; y: number; scale: number } {
  if (element === undefined) return { x: 0, y: 0, scale: 1 }
  const outer = placeOf(element.parent)
  const [, x, y] = /translate\(([-.\d]+) ([-.\d]+)\)/.exec(element.attributes['transform'] ?? '') ?? [0, 0, 0]
  const [, scale] = /scale\(([-.\d]+)\)/.exec(element.attributes['transform'] ?? '') ?? [0, 1]
  return {
    x: outer.x + Number(x) * outer.scale,
    y: outer.y + Number(y) * outer.scale,
    scale: outer.scale * Number(scale),
  }
}
