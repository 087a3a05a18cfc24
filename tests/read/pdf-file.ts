/** A line of text at a place on a page, in points from the lower left corner. */
export interface Placed {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** A PDF of pages with the given lines (Latin-1); `extra` goes into the trailer. */
export function pdfFile(pages: readonly (readonly Placed[])[], extra = '', info = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add(`<< ${info} >>`)
  const kids = pages.map(lines => {
    const stream = lines
      .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n')
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] >>`
  return assemble(objects, `/Info 4 0 R ${extra}`)
}

/** The file of these objects, the first of which is its catalogue. */
function assemble(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

/** Lines of one column, 12 points apart. */
export function column(x: number, top: number, lines: readonly string[]): Placed[] {
  return lines.map((text, index) => ({ x, y: top - 12 * index, text }))
}

/** A small PDF that no reader ends: each of its drawings draws the next one twice, `depth` deep. */
export function endlessPdf(depth = 60): Uint8Array {
  const stream = (content: string, entries: string) =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`
  const drawings = Array.from({ length: depth }, (_, i) => {
    const resources = `/Resources << /Font << /F1 3 0 R >> /XObject << /Next ${6 + i} 0 R >> >>`
    const content = i + 1 < depth ? '/Next Do /Next Do' : 'BT /F1 10 Tf 50 50 Td (again) Tj ET'
    return stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources}`)
  })
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + depth} 0 R /Resources << /XObject << /Next 5 0 R >> >> >>`,
    ...drawings,
    stream('/Next Do', ''),
  ])
}
