/** A printed line (or a hard-wrapped paragraph, once joined) without the white space around it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** An empty line, or the start of the document, stands before it. */
  readonly afterBlank: boolean
}

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** The lines of a text that hold more than white space, in order, with their offsets. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  let from = 0
  const add = (to: number): void => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed === '') {
      afterBlank = true
      return
    }
    const start = from + raw.length - raw.trimStart().length
    lines.push({ start, end: start + trimmed.length, text: trimmed, afterBlank })
    afterBlank = false
  }
  for (const match of text.matchAll(BREAK)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(text.length)
  return lines
}
