const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in HTML; what HTML cannot hold becomes a replacement character. */
export function textInHtml(text: string): string {
  return text
    .replace(/[\0-\x08\v\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => NAMED[character])
}
