type Attributes = Readonly<Record<string, string | number | boolean | undefined>>
type Content = readonly (Node | string)[]

const SVG = 'http://www.w3.org/2000/svg'

function fill<Made extends Element>(made: Made, attributes: Attributes, content: Content): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  // Strings become text nodes, so that no text of an org is ever parsed as HTML.
  made.append(...content)
  return made
}

/** Creates an HTML element. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: Content
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), attributes, content)
}

/** Creates an SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: Content
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS(SVG, tag), attributes, content)
}

/** Creates a button. If its text is a symbol, the label is its accessible name and tooltip. */
export function button(
  label: string,
  run: () => void,
  attributes: Attributes = {},
  text = label,
): HTMLButtonElement {
  const made = html(
    'button',
    { type: 'button', 'aria-label': text === label ? undefined : label, ...attributes },
    text,
  )
  if (text !== label) made.title = label
  made.addEventListener('click', run)
  return made
}
