/** One word of a question: how it is compared, and where it is in the text. */
export interface Word {
  /** In lower case, with plain quotation marks. A possessive `'s` is a word of its own. */
  readonly form: string
  readonly start: number
  readonly end: number
  /** A part in double quotes is one word that can only be a name. */
  readonly quoted: boolean
  /** Whether a comma, colon, dash or full stop follows. */
  readonly pause?: true
  /** Put in by a rewording: it is no part of a name. */
  readonly made?: true
  /** Words before it were taken out: a name does not run on into it. */
  readonly cut?: true
}

/** Phrases in words, from a list in which `|` separates them. */
export function phrasesIn(list: string): readonly (readonly string[])[] {
  return list.split('|').map((phrase) => phrase.split(' '))
}

/** The most characters and words of a question: longer text is refused before it is read. */
export const MOST_CHARACTERS = 400
export const MOST_WORDS = 40

/** Stands for the end of a sentence within the text. */
export const BREAK = ';'

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4\u0060\uff07]/g
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb\uff02]/g
/** The visible part of a word, without the punctuation around it. */
const EDGE = /[\s"'()[\]{},.:!?\u2026\u00bf\u00a1*_\u2013\u2014-]/
/** What separates the parts of a sentence. */
const PAUSE = /[,:.\u2026)\u2013\u2014-]/
/** Contractions that are typed without an apostrophe. */
const RUN_TOGETHER: ReadonlyMap<string, string> = new Map(
  ['who', 'what', 'where', 'how'].map((word) => [`${word}s`, word]),
)

/** The text in which offsets of words count: with plain quotation marks, and a space between words. */
export function plainMarks(text: string): string {
  return text.replace(APOSTROPHES, "'").replace(DOUBLE_QUOTES, '"').replace(/\s+/g, ' ')
}

/** The words of a text with plain marks; more than the limit are cut one beyond it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let at = 0
  while (at < text.length && words.length <= MOST_WORDS) {
    if (isSpace(text, at)) {
      at++
    } else if (text[at] === '"' && text.indexOf('"', at + 1) > at + 1) {
      const end = text.indexOf('"', at + 1)
      words.push({ form: text.slice(at + 1, end).toLowerCase(), start: at + 1, end, quoted: true })
      at = end + 1
    } else {
      let end = at
      while (end < text.length && !isSpace(text, end) && !(text[end] === '"' && end > at)) end++
      addChunk(words, text, at, end)
      at = end
    }
  }
  // What ends the text ends no sentence within it.
  while (words.at(-1)?.form === BREAK && words.at(-1)?.quoted === false) words.pop()
  return words
}

function isSpace(text: string, at: number): boolean {
  return text[at].trim() === ''
}

/** An arrow between two names: from the one to the other. */
const ARROW = /^([-=]+>|[→⇒➔➜])$/

/** The words of what is between spaces. */
function addChunk(words: Word[], text: string, from: number, to: number): void {
  if (ARROW.test(text.slice(from, to))) {
    words.push({ form: 'to', start: from, end: to, quoted: false })
    return
  }
  if (from + 1 === to && text[from] === '#') {
    for (const form of ['number', 'of']) words.push({ form, start: from, end: to, quoted: false, made: true })
    return
  }
  if (/^[+&]$/.test(text.slice(from, to))) {
    words.push({ form: 'and', start: from, end: to, quoted: false })
    return
  }
  let start = from
  let end = to
  while (start < end && EDGE.test(text[start])) start++
  while (end > start && (EDGE.test(text[end - 1]) || text[end - 1] === ';')) end--
  const ending = text.slice(start < end ? end : from, to)
  if (start < end) addWord(words, text, start, end, ending.startsWith("'"))
  const last = words.at(-1)
  if (last !== undefined && PAUSE.test(ending)) words[words.length - 1] = { ...last, pause: true }
  if (/[?!;]/.test(ending)) words.push({ form: BREAK, start: end, end: to, quoted: false })
}

function addWord(words: Word[], text: string, start: number, end: number, mark: boolean): void {
  const form = text.slice(start, end).toLowerCase()
  const push = (part: string, from: number, to: number): void => {
    words.push({ form: part, start: from, end: to, quoted: false })
  }
  const contraction = /^(.+)'(s|re)$/.exec(form)
  const together = RUN_TOGETHER.get(form)
  if (contraction !== null) {
    const cut = end - contraction[2].length - 1
    push(contraction[1], start, cut)
    push(`'${contraction[2]}`, cut, end)
  } else if (together !== undefined) {
    push(together, start, end - 1)
    push("'s", end - 1, end)
  } else {
    push(form, start, end)
    // The possessive of a plural: the directors' manager.
    if (mark && form.endsWith('s')) push("'s", end, end)
  }
}
