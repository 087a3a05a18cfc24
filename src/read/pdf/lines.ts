/** A piece of text as pdf.js gives it. */
export interface TextPiece {
  readonly str: string
  /** Height of the letters in points; 0 for white space. */
  readonly height: number
  readonly width: number
  /** Place and scale on the page; the last two are x and y, y growing upwards. */
  readonly transform: readonly number[]
  readonly hasEOL: boolean
}

/** A printed line; lengths are in points, y grows upwards. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly page: number
}

/** The printed lines of a page in the order of its contents, which is reading order but for odd layouts. */
export function toLines(pieces: readonly TextPiece[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let current: { text: string; left: number; right: number; y: number; size: number } | null = null
  const flush = (): void => {
    const text = current?.text.replace(/\s+/g, ' ').trim()
    if (current && text) lines.push({ ...current, text, page })
    current = null
  }
  for (const { str, height, width, transform, hasEOL } of pieces) {
    const [left, y] = [transform[4] ?? 0, transform[5] ?? 0]
    if (str.trim() !== '') {
      if (current && Math.abs(current.y - y) > Math.max(current.size, height) * 0.6) flush()
      if (current === null) current = { text: str, left, right: left + width, y, size: height }
      else {
        const gap = left - current.right
        current.text += gap > height * 0.15 && !/\s$/.test(current.text) ? ` ${str}` : str
        current.right = Math.max(current.right, left + width)
        current.size = Math.max(current.size, height)
      }
    } else if (current !== null && str !== '') current.text += ' '
    if (hasEOL) flush()
  }
  flush()
  return lines
}
