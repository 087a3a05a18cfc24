/** How much of a file is looked at to tell its encoding. */
const SAMPLE_BYTES = 65_536

/**
 * Bytes to text: byte order marks, UTF-16 without one, UTF-8, and Windows-1252 for what is not UTF-8. `label` is the
 * encoding that the page or its headers declare; it decides only where the bytes themselves do not.
 * Null where the bytes are no text in any of these.
 */
export function decodeText(bytes: Uint8Array, label?: string): string | null {
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const wide = wideEncoding(sample)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (looksBinary(sample)) return null
  return strictUtf8(bytes) ?? declared(bytes, label) ?? bestEffort(bytes)
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: in Latin-script text, nearly every second byte is zero, always on the same side. */
function wideEncoding(sample: Uint8Array): string | null {
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 2 || sample.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) even++
    if (sample[index + 1] === 0) odd++
  }
  if (odd >= pairs * 0.4 && even <= pairs * 0.01) return 'utf-16le'
  if (even >= pairs * 0.4 && odd <= pairs * 0.01) return 'utf-16be'
  return null
}

/** Text has no zero bytes to speak of and few control characters. */
function looksBinary(sample: Uint8Array): boolean {
  let zeros = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) zeros++
    else if (byte < 32 && (byte < 7 || byte > 13) && byte !== 27) controls++
  }
  return zeros > sample.length * 0.001 || controls > sample.length * 0.02
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function declared(bytes: Uint8Array, label: string | undefined): string | null {
  if (label === undefined || /^utf-?8$/i.test(label.trim())) return null
  if (/^(?:windows-1252|cp-?1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(label.trim())) return windows1252(bytes)
  try {
    return new TextDecoder(label.trim()).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 with a few broken bytes stays UTF-8; anything else of one byte a character is read as Windows-1252. */
function bestEffort(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (let index = 0; index < utf8.length; index++) {
    const code = utf8.charCodeAt(index)
    if (code === 0xfffd) broken++
    else if (code > 127) whole++
  }
  return broken * 4 < whole ? utf8 : windows1252(bytes)
}

/** What Windows-1252 has at 0x80–0x9F; five codes stand for nothing. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes `windows-1252` as ISO 8859-1: its quotation marks and dashes come as control characters. */
function windows1252(bytes: Uint8Array): string {
  const decoded = new TextDecoder('windows-1252').decode(bytes)
  return decoded.replace(/[\u0080-\u009f]/g, control => WINDOWS_1252_HIGH[control.charCodeAt(0) - 0x80]!)
}
