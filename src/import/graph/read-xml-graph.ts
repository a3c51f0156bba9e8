import type { Org, Steps } from '../../internal.js'
import { type Encoding, ENCODINGS } from '../input/decode.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type Source, textOf } from '../input/source.js'
import { type XmlHandler, XmlScanner } from '../xml/xml-scanner.js'
import { GraphFile } from './graph-file.js'
import { checkGraphFileOptions, type GraphFileOptions } from './graph-options.js'

/** Reads a file of XML that holds a graph. `handlerOf` makes what reads its elements into the graph. */
export function* readXmlGraph(
  parser: string,
  source: Source,
  options: GraphFileOptions,
  issues: ImportIssues,
  handlerOf: (file: GraphFile, issues: ImportIssues, scanner: XmlScanner) => XmlHandler,
): Steps<Org | undefined> {
  checkGraphFileOptions(options)
  const text = textOf(parser, source, options.encoding ?? declaredEncoding(source), issues)
  if (text === undefined) return undefined
  const scanner = new XmlScanner(text, issues)
  const file = new GraphFile(issues, scanner.places)
  if (!(yield* scanner.scan(handlerOf(file, issues, scanner)))) return undefined
  return file.org(options)
}

/** How many bytes the declaration of XML has at most. */
const DECLARATION = 200

/** The encoding that the declaration of XML states; `undefined` where it states none that is known. */
function declaredEncoding(source: Source): Encoding | undefined {
  if (typeof source === 'string' || !ArrayBuffer.isView(source)) return undefined
  const head = new TextDecoder('latin1').decode(source.subarray(0, DECLARATION))
  const name = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/
    .exec(head)?.[1]
    .toLowerCase()
  return ENCODINGS.find((encoding) => encoding === name && !encoding.startsWith('utf-16'))
}
