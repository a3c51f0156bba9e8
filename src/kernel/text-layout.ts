/** Letters that are written without spaces between words, so that a line may break between any two of them. */
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\u30fb\u30fc\uff01-\uffef]/u
/** Scripts of South-East Asia, which are written without spaces too; a vowel before its consonant belongs to it. */
const UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const VOWELS_BEFORE = 'เแโใไເແໂໃໄ'
/** Thai and Lao vowels and signs that belong to the letter before them. */
const VOWELS_AFTER = 'ะาำๅๆฯະາຳໆຯ'
/** A line may break after these, inside a word. */
const BREAKS_AFTER = '-/\u2010\u2013\u2014'
/** No line starts with these: closing punctuation, small kana and marks that belong to the letter before. */
const NO_START =
  '-/\u2010\u2013\u2014,.;:!?%)]}\u2019\u201d\u2026\u3001\u3002\u300d\u300f\u3011\u3009\u300b\u3015\u3005\u30fb\u30fc\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff09\uff3d\uff5dぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ'
/** No line ends with these: opening punctuation. */
const NO_END = '([{\u2018\u201c\u300c\u300e\u3010\u3008\u300a\u3014\uff08\uff3b\uff5b'
/** A character with everything that is written on it or joined to it. */
const CHARACTER =
  /\p{RI}\p{RI}|(?:.[\p{M}\p{Emoji_Modifier}\u200c\ufe0f]*\u200d)*.[\p{M}\p{Emoji_Modifier}\u200c\ufe0f]*/gsu
const LETTER = /\p{L}/u
/** The blocks of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Breaks a text into at most `most` lines: at its own line breaks, at spaces, between letters of Chinese, Japanese,
 * Korean, Thai and neighbouring scripts, after hyphens and slashes, and inside a word that is longer than a line. The
 * last line takes the rest, which may not fit. A line that ends at a space or a line break keeps a space, so that the
 * lines join to the text.
 */
export function brokenLines(text: string, most: number, fits: (line: string) => boolean): string[] {
  const paragraphs = text.trim().split(/\r\n?|[\n\u2028\u2029]/)
  if (paragraphs.length === 1) {
    const whole = paragraphs[0].replace(/\s+/g, ' ')
    if (most === 1 || fits(whole)) return [whole]
  }
  const lines: string[] = []
  let line = ''
  for (const [place, paragraph] of paragraphs.entries()) {
    if (place > 0 && lines.length < most - 1) {
      lines.push(`${line} `)
      line = ''
    }
    for (const [index, word] of paragraph.trim().split(/\s+/).entries()) {
      let space = line === '' || (index === 0 && lines.length < most - 1) ? '' : ' '
      for (const piece of lines.length < most - 1 ? piecesOf(word) : [word]) {
        let rest = piece
        if (lines.length < most - 1 && line !== '' && !fits(line + space + rest)) {
          lines.push(line + space)
          line = ''
        }
        while (lines.length < most - 1 && line === '' && !fits(rest)) {
          const start = longestStart(rest, fits)
          lines.push(start)
          rest = rest.slice(start.length)
        }
        line = line === '' ? rest : line + space + rest
        space = ''
      }
    }
  }
  return [...lines, line]
}

/** Whether a text is written from right to left, judged by its first letter. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) && RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '')
}

const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * A line of a text that is written from right to left, for a renderer that takes the direction of each line from its
 * first letter.
 */
export function rightToLeftLine(line: string): string {
  return isRightToLeft(line) ? line : RIGHT_TO_LEFT_MARK + line
}

/** Words that a line breaks in nowhere; most are. The expressions for other scripts take a browser longer to compile than a chart to draw. */
const UNBROKEN = /^[!-,.0-~]+$/

/** The parts of a word that a line may break between. */
function piecesOf(word: string): readonly string[] {
  if (UNBROKEN.test(word)) return [word]
  const pieces: string[] = []
  let before = ''
  for (const [character] of word.matchAll(CHARACTER)) {
    const last = pieces.length - 1
    if (last >= 0 && !isBreak(before, character, pieces[last])) pieces[last] += character
    else pieces.push(character)
    before = character
  }
  return pieces
}

function isBreak(before: string, character: string, piece: string): boolean {
  if (NO_START.includes(character) || NO_END.includes(before)) return false
  if (UNSPACED.test(before) && UNSPACED.test(character))
    return !VOWELS_BEFORE.includes(before) && !VOWELS_AFTER.includes(character.slice(0, 1))
  if (CJK.test(before) || CJK.test(character)) return true
  // A hyphen before a number may be a sign, and one that starts a word belongs to it.
  return piece !== before && BREAKS_AFTER.includes(before) && !/\d/.test(character)
}

/** As much of a word as fits on a line, at least one character. */
function longestStart(word: string, fits: (line: string) => boolean): string {
  let start = ''
  for (const [character] of word.matchAll(CHARACTER)) {
    if (start !== '' && !fits(start + character)) break
    start += character
  }
  return start
}
