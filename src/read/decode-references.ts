/** The named references that slip into plain text; all others stand there as numbers, if at all. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  euro: '€',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  pound: '£',
  quot: '"',
}
const REFERENCE = /&(?:#(\d{2,7})|#[xX]([\da-fA-F]{2,6})|(amp|apos|euro|gt|lt|nbsp|pound|quot));/g

/**
 * Puts the characters for which HTML character references stand ("&#163;8m", "Marks &amp; Spencer"), as texts keep them that
 * were cut out of web pages. Decodes once; control characters, surrogates and what is beyond Unicode stay as written.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name]!
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    const isText = code >= 0xa0 || (code >= 0x20 && code < 0x7f)
    return isText && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : written
  })
}
