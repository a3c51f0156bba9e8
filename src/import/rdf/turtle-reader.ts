import { quote, type Steps } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { RDF, type RdfGraph, type Term, XSD } from './rdf-graph.js'

/** What the reader is within: the document, a blank node in brackets, or a list. */
interface Frame {
  readonly kind: 'document' | 'blank' | 'list'
  subject: string
  predicate: string
  expects: 'subject' | 'predicate' | 'object' | 'more'
  readonly at: number
}

const STATEMENTS_PER_STEP = 4096

const BLANKS = /(?:[ \t\r\n]+|#[^\r\n]*)*/y
const IRI = /<((?:[^\0- <>"{}|^`\\]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})*)>/y
// A dot ends a statement, unless more of the name follows.
const NAME =
  /((?:[\p{L}][\p{L}\p{N}_\-\u00b7]*(?:\.[\p{L}\p{N}_\-\u00b7]+)*)?):((?:[\p{L}\p{N}_:%\-\u00b7]|\\[_~.!$&'()*+,;=/?#@%-])(?:\.*(?:[\p{L}\p{N}_:%\-\u00b7]|\\[_~.!$&'()*+,;=/?#@%-]))*)?/uy
const BLANK_NODE = /_:([\p{L}\p{N}_][\p{L}\p{N}_\-\u00b7]*(?:\.+[\p{L}\p{N}_\-\u00b7]+)*)/uy
const NUMBER = /[+-]?(?:\d+\.?\d*[eE][+-]?\d+|\.\d+[eE][+-]?\d+|\d*\.\d+|\d+)/y
const WORD = /(?:true|false|a)(?![\p{L}\p{N}_:\-])/uy
const DIRECTIVE = /@prefix(?=[ \t\r\n])|@base(?=[ \t\r\n<])|(?:prefix|base)(?=[ \t\r\n<])/iy
const LANGUAGE = /@([a-zA-Z]+(?:-[a-zA-Z\d]+)*)/y

/** Reads Turtle (and N-Triples, which is a part of it) without recursion. */
export class TurtleReader {
  readonly #text: string
  readonly #graph: RdfGraph
  readonly #issues: ImportIssues
  readonly #prefixes = new Map<string, string>()
  #base = ''
  #next = 0
  #failed = false
  readonly #stack: Frame[] = [{ kind: 'document', subject: '', predicate: '', expects: 'subject', at: 0 }]

  constructor(text: string, graph: RdfGraph, issues: ImportIssues) {
    this.#text = text
    this.#graph = graph
    this.#issues = issues
  }

  /** Whether the whole text was read; an issue where it is not Turtle. */
  *read(): Steps<boolean> {
    let count = 0
    for (;;) {
      this.#match(BLANKS)
      if (this.#next >= this.#text.length) break
      if (!this.#readNext(this.#stack[this.#stack.length - 1])) return false
      if (++count % STATEMENTS_PER_STEP === 0) yield this.#next / this.#text.length
    }
    const [{ expects }] = this.#stack
    if (this.#stack.length === 1 && expects === 'subject') return true
    return this.#fail(
      'the text ends in the middle of a statement',
      'The file is cut off: get it again, as a whole.',
    )
  }

  #readNext(frame: Frame): boolean {
    const sign = this.#text[this.#next]
    if (frame.expects === 'subject') {
      const directive = this.#match(DIRECTIVE)
      if (directive !== undefined) return this.#readDirective(directive[0].toLowerCase())
    }
    if (frame.expects === 'more') return this.#readSeparator(frame, sign)
    if (frame.expects === 'predicate') return this.#readPredicate(frame, sign)
    if (sign === '[') return this.#open('blank')
    if (sign === '(') return this.#open('list')
    if (sign === ')' && frame.kind === 'list') return this.#close({ kind: 'node', id: frame.subject })
    const term = this.#readTerm()
    return term !== undefined && this.#take(frame, term)
  }

  #readSeparator(frame: Frame, sign: string): boolean {
    if (sign === ',') frame.expects = 'object'
    else if (sign === ';') frame.expects = 'predicate'
    else return this.#readEnd(frame, sign)
    this.#next++
    return true
  }

  #readEnd(frame: Frame, sign: string): boolean {
    if (sign === '.' && frame.kind === 'document') {
      frame.expects = 'subject'
      this.#next++
      return true
    }
    if (sign === ']' && frame.kind === 'blank') return this.#close({ kind: 'node', id: frame.subject })
    return this.#fail('expected a comma, a semicolon or the end of the statement')
  }

  #readPredicate(frame: Frame, sign: string): boolean {
    if (sign === ';') {
      this.#next++
      return true
    }
    if (sign === '.' || sign === ']') return this.#readEnd(frame, sign)
    const word = this.#match(WORD)
    const name = word === undefined ? this.#readIri() : word[0] === 'a' ? `${RDF}type` : undefined
    if (this.#failed) return false
    if (name === undefined) return this.#fail('expected a property')
    frame.predicate = name
    frame.expects = 'object'
    return true
  }

  #readDirective(directive: string): boolean {
    this.#match(BLANKS)
    const isBase = directive.endsWith('base')
    const name = isBase ? undefined : this.#match(/([^\s:<]*):/y)?.[1]
    this.#match(BLANKS)
    const iri = this.#readIri()
    if (this.#failed) return false
    if (iri === undefined || (!isBase && name === undefined))
      return this.#fail(`the ${directive} directive is not valid`)
    if (isBase) this.#base = iri
    else this.#prefixes.set(name ?? '', iri)
    if (!directive.startsWith('@')) return true
    this.#match(BLANKS)
    return this.#match(/\./y) !== undefined || this.#fail(`the ${directive} directive has no dot at its end`)
  }

  #open(kind: 'blank' | 'list'): boolean {
    const at = this.#next++
    if (this.#stack.length > this.#issues.limits.depth) {
      this.#issues.exceeded('depth', this.#graph.placeAt(at))
      return this.#stop()
    }
    const expects = kind === 'blank' ? 'predicate' : 'object'
    this.#stack.push({ kind, subject: this.#graph.blank(), predicate: LIST, expects, at })
    return true
  }

  #close(term: Term): boolean {
    this.#next++
    this.#stack.pop()
    return this.#take(this.#stack[this.#stack.length - 1], term)
  }

  /** Takes a subject or an object. */
  #take(frame: Frame, term: Term): boolean {
    if (frame.expects === 'subject') {
      if (term.kind === 'literal') return this.#fail('a literal cannot be a subject')
      frame.subject = term.id
      frame.expects = 'predicate'
      return true
    }
    if (frame.kind !== 'list') frame.expects = 'more'
    return (
      this.#graph.add(frame.subject, frame.predicate, term, frame.at === 0 ? this.#next : frame.at) ||
      this.#stop()
    )
  }

  #readTerm(): Term | undefined {
    const blank = this.#match(BLANK_NODE)
    if (blank !== undefined) return { kind: 'node', id: `_:${blank[1]}` }
    const sign = this.#text[this.#next]
    if (sign === '"' || sign === "'") return this.#readLiteral(sign)
    const word = this.#match(WORD)
    if (word !== undefined) {
      if (word[0] !== 'a') return { kind: 'literal', value: word[0], type: `${XSD}boolean` }
      this.#fail('the word a is allowed only as a property')
      return undefined
    }
    const number = this.#match(NUMBER)?.[0]
    if (number !== undefined) {
      const type = /e/i.test(number) ? 'double' : number.includes('.') ? 'decimal' : 'integer'
      return { kind: 'literal', value: number, type: `${XSD}${type}` }
    }
    const id = this.#readIri()
    if (id !== undefined) return { kind: 'node', id }
    if (!this.#failed) this.#fail('expected an IRI, a literal or a blank node')
    return undefined
  }

  /** An IRI or a prefixed name; `undefined` where there is neither. */
  #readIri(): string | undefined {
    const iri = this.#match(IRI)
    if (iri !== undefined) return this.#resolved(unescaped(iri[1]) ?? iri[1])
    const name = this.#match(NAME)
    if (name === undefined) return undefined
    const [all, prefix, local = ''] = name
    const start = this.#prefixes.get(prefix)
    if (start !== undefined) return start + local.replace(/\\(.)/g, '$1')
    this.#next -= all.length
    this.#fail(`the prefix ${quote(prefix)} is not declared`, 'Declare it with @prefix.')
    return undefined
  }

  /** An IRI as it stands where it is absolute; else after the base. */
  #resolved(iri: string): string {
    return /^[a-z][a-z\d+.-]*:/i.test(iri) ? iri : this.#base.replace(/[^/#:]*$/, '') + iri
  }

  #readLiteral(sign: string): Term | undefined {
    const from = this.#next
    const isLong = this.#text.startsWith(sign.repeat(3), from)
    const ending = isLong ? sign.repeat(3) : sign
    let at = from + ending.length
    for (;;) {
      at = this.#text.indexOf(ending, at)
      if (at === -1) break
      let backslashes = 0
      while (this.#text[at - 1 - backslashes] === '\\' && at - 1 - backslashes >= from + ending.length)
        backslashes++
      if (backslashes % 2 === 0) break
      at++
    }
    if (at === -1) {
      this.#fail('the string is never closed')
      return undefined
    }
    // A long text may end with one or two quotation marks more.
    if (isLong) while (this.#text[at + 3] === sign) at++
    const raw = this.#text.slice(from + ending.length, at)
    const value = unescaped(raw)
    if (value === undefined || (!isLong && /[\r\n]/.test(raw))) {
      this.#fail(
        value === undefined
          ? 'the string has an escape that Turtle does not have'
          : 'the string has a line break',
      )
      return undefined
    }
    this.#next = at + ending.length
    const language = this.#match(LANGUAGE)?.[1]
    if (language !== undefined) return { kind: 'literal', value, type: `${RDF}langString`, language }
    if (this.#match(/\^\^/y) === undefined) return { kind: 'literal', value, type: `${XSD}string` }
    const type = this.#readIri()
    if (type !== undefined) return { kind: 'literal', value, type }
    if (!this.#failed) this.#fail('^^ is not followed by the IRI of a type')
    return undefined
  }

  /** Moves over what a pattern matches here. */
  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#next
    const found = pattern.exec(this.#text)
    if (found === null) return undefined
    this.#next = pattern.lastIndex
    return found
  }

  #fail(message: string, suggestion = 'Fix the Turtle, or export the file again.'): false {
    this.#issues.addAt('INVALID_DOCUMENT', {
      place: this.#graph.placeAt(Math.min(this.#next, this.#text.length)),
      message,
      suggestion,
    })
    return this.#stop()
  }

  #stop(): false {
    this.#failed = true
    return false
  }
}

/** The property of the items of a list, in order. */
export const LIST = `${RDF}first`

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['b', '\b'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
])

/** A text with its escapes read; `undefined` where it has another one. */
function unescaped(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw
  const unknown: string[] = []
  const text = raw.replace(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^]?)/g, (escape) => {
    // A letter alone, or one with the number of a character.
    const code = escape.length > 2 ? Number.parseInt(escape.slice(2), 16) : undefined
    const isCode = code !== undefined && code <= 0x10ffff
    const character = isCode ? String.fromCodePoint(code) : ESCAPES.get(escape.slice(1))
    if (character === undefined) unknown.push(escape)
    return character ?? ''
  })
  return unknown.length === 0 ? text : undefined
}
