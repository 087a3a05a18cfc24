import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canEnd,
  canFollow,
  canStart,
  type LabelledSpan,
  NAME_TYPES,
  readSpans,
  writeLabels,
} from '../../../src/entities/names/labels.ts'

/** Spans that do not overlap, in order. */
const spans = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 5 }), type: fc.nat(NAME_TYPES.length - 1) }))
  .map(parts => {
    let at = 0
    return parts.map(({ gap, length, type }): LabelledSpan => {
      const from = at + gap
      at = from + length
      return { from, to: at, type }
    })
  })

describe('labels', () => {
  it('give back the spans they were written from', () => {
    fc.assert(
      fc.property(spans, given => {
        const labels = new Uint8Array((given.at(-1)?.to ?? 0) + 1)
        for (const span of given) writeLabels(span, labels)
        expect(readSpans(labels, labels.length)).toEqual(given)
      }),
    )
  })

  it('written for spans are sequences that the tagger may give', () => {
    fc.assert(
      fc.property(spans, given => {
        const labels = new Uint8Array((given.at(-1)?.to ?? 0) + 1)
        for (const span of given) writeLabels(span, labels)
        expect(canStart(labels[0]!)).toBe(true)
        expect(canEnd(labels.at(-1)!)).toBe(true)
        for (let i = 1; i < labels.length; i++) expect(canFollow(labels[i - 1]!, labels[i]!)).toBe(true)
      }),
    )
  })

  it('never let a name change its type or break off', () => {
    const labels: number[] = []
    writeLabels({ from: 0, to: 2, type: 0 }, labels)
    writeLabels({ from: 2, to: 4, type: 1 }, labels)
    expect(canFollow(labels[0]!, labels[3]!)).toBe(false)
    expect(canFollow(labels[0]!, 0)).toBe(false)
    expect(canEnd(labels[0]!)).toBe(false)
  })
})
