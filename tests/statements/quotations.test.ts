import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../src/statements/quotations.ts'
import type { Span } from '../../src/types.ts'

/** Paragraphs are the lines. */
function quotations(text: string) {
  const paragraphs: Span[] = []
  for (const line of text.matchAll(/[^\n]+/g)) paragraphs.push([line.index, line.index + line[0].length])
  return findQuotations(text, paragraphs)
}
const inner = (text: string): string[] => quotations(text).map(q => text.slice(...q.inner))

describe('findQuotations', () => {
  it('pairs straight, curly, angle and doubled single marks', () => {
    expect(inner('"We go," he said. "Now."')).toEqual(['We go,', 'Now.'])
    expect(inner('“We go,” he said.')).toEqual(['We go,'])
    expect(inner('He called it «a farce» twice.')).toEqual(['a farce'])
    expect(inner("''We go,'' he said.")).toEqual(['We go,'])
    expect(inner("``We go,'' he said.")).toEqual(['We go,'])
    expect(inner('‘‘We go,’’ he said.')).toEqual(['We go,'])
  })

  it('gives the outer quotation where one stands inside another', () => {
    expect(inner('“She told us ‘go home’ and left,” he said.')).toEqual(['She told us ‘go home’ and left,'])
    expect(inner('“She told us “go home” and left,” he said.')).toEqual(['She told us “go home” and left,'])
    expect(inner('\'She said "no" to us,\' he said.')).toEqual(['She said "no" to us,'])
  })

  it('follows a quotation over paragraphs that open again', () => {
    const text = '“First part.\n“Second part,” he said.'
    expect(inner(text)).toEqual(['First part.', 'Second part,'])
    expect(quotations(text).map(q => q.continues)).toEqual([true, false])
  })

  it('follows a quotation whose paragraphs run together in one', () => {
    expect(inner('He said: "We go home. Nobody stays. "The others come later," he added.')).toEqual([
      'We go home. Nobody stays.',
      'The others come later,',
    ])
    expect(inner('He said: "We go home. Nobody stays. The rest told us so. "The others come later."')).toEqual([
      'We go home.',
      'The others come later.',
    ])
  })

  it('ends a quotation that lost its closing mark with its sentence', () => {
    expect(inner('He said “we go home. Nobody stayed behind.')).toEqual(['we go home.'])
    expect(inner('He said "we go home. She said "we stay," and left.')).toEqual(['we go home.', 'we stay,'])
  })

  it('begins a quotation that lost its opening mark with its sentence', () => {
    expect(inner('They left. The war is over for us,” he said.')).toEqual(['The war is over for us,'])
    expect(inner('The pipe is 12" wide.')).toEqual([])
  })

  it('ignores a closing mark that closes nothing', () => {
    expect(inner('allies north and south" "urgently let them go" and help')).toEqual(['urgently let them go'])
  })

  it('mends curly marks that were turned round', () => {
    expect(inner('She called it “abhorrent“ in a letter and “sad” in a talk.')).toEqual(['abhorrent', 'sad'])
  })

  it('tells single quotation marks from apostrophes', () => {
    expect(inner("'Battle over' as envoy's aides say it's done")).toEqual(['Battle over'])
    expect(inner("The rebels' demands aren't new; the '90s and 'em all")).toEqual([])
    expect(inner("The ministers' 'final offer' stands")).toEqual(['final offer'])
    expect(inner("'The rebels' demands stand,' he said.")).toEqual(["The rebels' demands stand,"])
  })

  it('takes no half of a double mark for a single one', () => {
    expect(inner("``s''``")).toEqual(['s'])
  })

  it('never throws, never overlaps and keeps to the paragraphs', () => {
    const piece = fc.constantFrom('"', '“', '”', "'", '’', '‘', "''", '``', '«', '»', ' ', '. ', ',', 'word', 's', '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const q of quotations(text)) {
          expect(q.start).toBeGreaterThanOrEqual(last)
          expect(q.inner[0]).toBeGreaterThanOrEqual(q.start)
          expect(q.inner[1]).toBeLessThanOrEqual(q.end)
          expect(q.inner[0]).toBeLessThanOrEqual(q.inner[1])
          expect(text.slice(q.start, q.end)).not.toContain('\n')
          last = q.end
        }
      }),
      { numRuns: 1000 },
    )
  })
})
