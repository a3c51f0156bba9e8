import { quote, type Steps } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { LinePlaces } from '../input/line-places.js'
import { characterOf } from './xml-references.js'

/** An element while its start tag is read. The same object is used for every element. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string
  /** Where it begins. */
  readonly at: number
  /** The value of an attribute by its name without the prefix. */
  get(name: string): string | undefined
}

/** What is done with the parts of a document. */
export interface XmlHandler {
  /** Called for each element. `false` ends the reading. */
  open(element: XmlElement): boolean
  /** Called at the end of each element. */
  close(name: string): void
  /** Called for text within an element, one or several times. */
  text(text: string): void
}

const TAGS_PER_STEP = 4096

/** A character that no XML has, not even escaped. */
const IMPOSSIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** What is read as something else, or refused. A line feed is so in an attribute alone. */
const NOT_AS_IT_IS = /[&<\t\n\r]/

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const BANG = 0x21
const QUESTION = 0x3f

/**
 * Reads XML from beginning to end, once, without recursion. It knows elements, attributes, text and the five entities of XML.
 * Nothing is expanded and nothing is fetched: other entities and a DTD within the document are refused. Prefixes of
 * names are ignored.
 */
export class XmlScanner implements XmlElement {
  name = ''
  at = 0
  readonly places: LinePlaces
  readonly #text: string
  readonly #issues: ImportIssues
  /** The attributes of the element: the first `#count` of each list, which is kept for the next one. */
  readonly #names: string[] = []
  readonly #values: string[] = []
  #count = 0
  /** The names of the open elements, with their prefixes. */
  readonly #open: string[] = []
  #next = 0
  #hasRoot = false
  #failed = false
  #isEmptyTag = false

  constructor(text: string, issues: ImportIssues) {
    this.#text = text
    this.#issues = issues
    this.places = new LinePlaces(text)
  }

  get(name: string): string | undefined {
    const index = this.#indexOf(name)
    return index === -1 ? undefined : this.#values[index]
  }

  #indexOf(name: string): number {
    for (let index = 0; index < this.#count; index++) if (this.#names[index] === name) return index
    return -1
  }

  /** Whether the whole document was read; an issue where it is not well-formed. */
  *scan(handler: XmlHandler): Steps<boolean> {
    const text = this.#text
    const impossible = text.search(IMPOSSIBLE)
    if (impossible !== -1) {
      return this.#fail(impossible, 'XML does not allow this character', 'Export the file again.')
    }
    let tags = 0
    while (!this.#failed) {
      const lt = text.indexOf('<', this.#next)
      const end = lt === -1 ? text.length : lt
      if (end > this.#next) this.#readText(handler, this.#next, end)
      // Reading a text can fail too, and then nothing more is read.
      if (lt === -1 || !this.#readMarkup(handler, lt)) break
      if (++tags % TAGS_PER_STEP === 0) yield this.#next / text.length
    }
    if (this.#failed) return false
    const open = this.#open.at(-1)
    if (open !== undefined) {
      return this.#fail(
        text.length,
        `the element ${quote(open)} is never closed`,
        'The file is cut off: get it again, as a whole.',
      )
    }
    if (!this.#hasRoot)
      return this.#fail(0, 'the input has no XML element', 'Name the format of the file if it is another.')
    return true
  }

  /** Reads what begins with `<`. */
  #readMarkup(handler: XmlHandler, lt: number): boolean {
    if (this.#failed) return false
    const code = this.#text.charCodeAt(lt + 1)
    if (code === SLASH) return this.#readEnd(handler, lt)
    if (code === QUESTION) return this.#skip(lt, '?>', 'the processing instruction')
    if (code !== BANG) return this.#readStart(handler, lt)
    if (this.#text.startsWith('<!--', lt)) return this.#skip(lt, '-->', 'the comment', 4)
    if (this.#text.startsWith('<![CDATA[', lt)) {
      if (this.#open.length === 0) return this.#fail(lt, 'text is not allowed outside the root element')
      const end = this.#text.indexOf(']]>', lt)
      if (!this.#skip(lt, ']]>', 'the CDATA section')) return false
      handler.text(lineBreaks(this.#text.slice(lt + 9, end)))
      return true
    }
    return this.#readDoctype(lt)
  }

  #skip(lt: number, ending: string, what: string, begin = 2): boolean {
    const end = this.#text.indexOf(ending, lt + begin)
    if (end === -1) return this.#fail(lt, `${what} is never closed`)
    this.#next = end + ending.length
    return true
  }

  /** A document type that is only named is passed over: it is not fetched. */
  #readDoctype(lt: number): boolean {
    if (!this.#text.startsWith('<!DOCTYPE', lt)) return this.#fail(lt, 'this is not an XML declaration')
    let quoted = 0
    for (let at = lt + 9; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at)
      if (quoted !== 0) {
        if (code === quoted) quoted = 0
      } else if (code === QUOTE || code === APOSTROPHE) quoted = code
      else if (this.#text[at] === '[') {
        return this.#fail(
          at,
          'the DOCTYPE contains a DTD, which is refused: it could define entities',
          'Remove what is between [ and ] in the DOCTYPE.',
        )
      } else if (code === GT) {
        this.#next = at + 1
        return true
      }
    }
    return this.#fail(lt, 'the DOCTYPE is never closed')
  }

  #readEnd(handler: XmlHandler, lt: number): boolean {
    const gt = this.#text.indexOf('>', lt)
    if (gt === -1) return this.#fail(lt, 'the end tag has no >')
    const open = this.#open.pop()
    const isSame =
      open !== undefined &&
      this.#text.startsWith(open, lt + 2) &&
      (gt === lt + 2 + open.length || this.#text.slice(lt + 2, gt).trimEnd() === open)
    if (!isSame) {
      const name = quote(this.#text.slice(lt + 2, gt).trim())
      return this.#fail(
        lt,
        open === undefined
          ? `the end tag of ${name} has no start tag`
          : `expected the end tag of ${quote(open)}, found that of ${name}`,
      )
    }
    this.#next = gt + 1
    handler.close(localName(open))
    return true
  }

  #readStart(handler: XmlHandler, lt: number): boolean {
    const name = this.#readName(lt + 1)
    if (name === '') return this.#fail(lt, 'this < does not begin a tag', 'Write &lt; for it.')
    if (this.#open.length === 0 && this.#hasRoot)
      return this.#fail(lt, 'the document has a second root element')
    this.#hasRoot = true
    this.name = localName(name)
    this.at = lt
    this.#count = 0
    if (!this.#readAttributes(lt)) return false
    const isEmpty = this.#isEmptyTag
    if (!isEmpty) {
      this.#open.push(name)
      if (this.#open.length > this.#issues.limits.depth) {
        this.#issues.exceeded('depth', this.places.at(lt))
        return this.#stop()
      }
    }
    const own = this.name
    if (!handler.open(this)) return this.#stop()
    if (isEmpty) handler.close(own)
    return true
  }

  /** Reads attributes up to and with the end of the tag. */
  #readAttributes(lt: number): boolean {
    const text = this.#text
    for (;;) {
      const begin = this.#next
      const at = this.#afterBlanks(begin)
      const code = text.charCodeAt(at)
      if (code === GT) {
        this.#next = at + 1
        this.#isEmptyTag = false
        return true
      }
      if (code === SLASH && text.charCodeAt(at + 1) === GT) {
        this.#next = at + 2
        this.#isEmptyTag = true
        return true
      }
      if (at >= text.length)
        return this.#fail(lt, 'the tag has no >', 'The file is cut off: get it again, as a whole.')
      const name = this.#readName(at)
      if (name === '' || at === begin) return this.#fail(at, 'expected an attribute or the end of the tag')
      const equals = this.#afterBlanks(this.#next)
      const open = this.#afterBlanks(equals + 1)
      const quoteCode = text.charCodeAt(open)
      if (text.charCodeAt(equals) !== EQUALS || (quoteCode !== QUOTE && quoteCode !== APOSTROPHE)) {
        return this.#fail(at, `the attribute ${quote(name)} has no value in quotation marks`)
      }
      const close = text.indexOf(quoteCode === QUOTE ? '"' : "'", open + 1)
      if (close === -1) return this.#fail(at, `the value of the attribute ${quote(name)} is never closed`)
      this.#next = close + 1
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue
      const value = this.#decoded(open + 1, close, true)
      if (value === undefined) return false
      if (!this.#addAttribute(localName(name), value, at)) return false
    }
  }

  #addAttribute(name: string, value: string, at: number): boolean {
    if (this.#indexOf(name) !== -1) return this.#fail(at, `the tag has the attribute ${quote(name)} twice`)
    this.#names[this.#count] = name
    this.#values[this.#count++] = value
    if (this.#count <= this.#issues.limits.columns) return true
    this.#issues.exceeded('columns', this.places.at(at))
    return this.#stop()
  }

  #readText(handler: XmlHandler, from: number, to: number): void {
    if (this.#open.length === 0) {
      const at = this.#afterBlanks(from)
      if (at < to) this.#fail(at, 'text is not allowed outside the root element')
      return
    }
    const decoded = this.#decoded(from, to, false)
    if (decoded !== undefined) handler.text(decoded)
  }

  /** A text with its references replaced; `undefined`, with an issue, for one that is not defined. */
  #decoded(from: number, to: number, isAttribute: boolean): string | undefined {
    const raw = this.#text.slice(from, to)
    if (!NOT_AS_IT_IS.test(raw)) return raw
    if (isAttribute) {
      const lt = raw.indexOf('<')
      if (lt !== -1) {
        this.#fail(from + lt, 'an attribute value contains <', 'Write &lt; for it.')
        return undefined
      }
    }
    const plain = isAttribute ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : lineBreaks(raw)
    if (!raw.includes('&')) return plain
    let wrong: string | undefined
    const decoded = plain.replace(/&([^;&]{0,32}(?:;|$))?/g, (reference) => {
      const character = characterOf(reference)
      if (character === undefined) wrong ??= reference
      return character ?? ''
    })
    if (wrong === undefined) return decoded
    this.#fail(
      from + raw.indexOf(wrong),
      `the reference ${quote(wrong)} is not expanded`,
      'Write the character itself, or &amp; for &.',
    )
    return undefined
  }

  #readName(from: number): string {
    let at = from
    while (at < this.#text.length && isNamePart(this.#text.charCodeAt(at))) at++
    this.#next = at
    return this.#text.slice(from, at)
  }

  #afterBlanks(from: number): number {
    let at = from
    while (isBlank(this.#text.charCodeAt(at))) at++
    return at
  }

  #fail(at: number, message: string, suggestion = 'Fix the XML, or export the file again.'): false {
    this.#issues.addAt('INVALID_DOCUMENT', {
      place: this.places.at(at),
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

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** Names end at white space and at the signs of tags. */
function isNamePart(code: number): boolean {
  if (isBlank(code)) return false
  return (
    code !== LT && code !== GT && code !== SLASH && code !== EQUALS && code !== QUOTE && code !== APOSTROPHE
  )
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** A text with its line breaks as XML reads them. */
function lineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
