const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Moves through a text that is known to be JSON. */
export class JsonCursor {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Moves to the next character that is not white space, and returns its code; `NaN` at the end. */
  next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code
      this.at++
    }
  }

  /** Moves past a string. */
  skipString(): void {
    this.at++
    for (let code = this.text.charCodeAt(this.at); code !== QUOTE; code = this.text.charCodeAt(this.at)) {
      this.at += code === BACKSLASH ? 2 : 1
    }
    this.at++
  }

  /** Moves past a string and returns its value. */
  string(): string {
    const start = this.at
    this.skipString()
    const source = this.text.slice(start, this.at)
    return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1)
  }

  /** Moves past a number, `true`, `false` or `null`. */
  skipWord(): void {
    const words = /[\w.+-]*/y
    words.lastIndex = this.at
    words.exec(this.text)
    this.at = words.lastIndex
  }
}
