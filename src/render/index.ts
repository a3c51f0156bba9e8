// The picture that every output draws
export type { Box, Mark, Picture, PictureLine, PictureMove, PictureUnit } from './picture/picture.js'
export { PICTURE_OPTIONS } from './picture/checked-options.js'
export { pictureOf } from './picture/picture-of.js'
export type { Highlight, PictureOptions, SiblingOrder } from './picture/picture-options.js'
export type { BoxField, FieldOptions } from './picture/box-fields.js'
export type { ChartDirection, DirectedOptions } from './picture/directed.js'
export { visibleText } from './picture/visible-text.js'

// Text
export { type TextColumn, type TextOptions, toText } from './text/to-text.js'

// Graphviz
export { type DotOptions, toDot } from './dot/to-dot.js'

// Mermaid
export { type MermaidOptions, toMermaid } from './mermaid/to-mermaid.js'

// Markdown
export { type DiffMarkdownOptions, diffToMarkdown } from './markdown/diff-to-markdown.js'

// SVG
export type { ChartLayout } from './svg/layouts.js'
export type { PageDivision } from './svg/sheets.js'
export { type SvgOptions, toSvg } from './svg/to-svg.js'
export { type SvgPagesOptions, toSvgPages } from './svg/to-svg-pages.js'
