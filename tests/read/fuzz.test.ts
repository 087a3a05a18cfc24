import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HearsayError } from '../../src/errors.ts'
import { decodeDocuments } from '../../src/read/decode-documents.ts'
import { decode } from './decode.ts'
import { SAMPLES } from './samples.ts'

/** Every result is a document with words, or a failure with a code of this room. */
async function check(name: string, bytes: Uint8Array): Promise<boolean> {
  let results = 0
  for await (const result of decodeDocuments(name, bytes)) {
    results++
    if ('document' in result) expect(result.document.text.trim()).not.toBe('')
    else {
      expect(result.failure).toBeInstanceOf(HearsayError)
      expect(result.failure.code).toMatch(/^read\//)
      expect(result.failure.message).not.toMatch(/\bat .*:\d+:\d+|\[object/)
    }
  }
  return results > 0
}

type Damage = { readonly at: number; readonly length: number; readonly bytes: Uint8Array }

function damage(bytes: Uint8Array, wounds: readonly Damage[]): Uint8Array {
  let current = Buffer.from(bytes)
  for (const wound of wounds) {
    const at = Math.floor(wound.at * current.length)
    current = Buffer.concat([current.subarray(0, at), wound.bytes, current.subarray(at + wound.length)])
  }
  return current
}

const wounds = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(2_000)),
    bytes: fc.uint8Array({ maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
)

describe.each(Object.keys(SAMPLES))('%s', name => {
  const sample = SAMPLES[name]!

  test('is read whole', async () => {
    const { documents, failures } = await decode(name, sample)
    expect(failures).toEqual([])
    expect(documents.length).toBeGreaterThan(0)
  })

  test('is read or refused in any state of damage', async () => {
    await fc.assert(
      fc.asyncProperty(wounds, async given => check(name, damage(sample, given))),
      { numRuns: 25 },
    )
  })

  test('is read or refused with any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => check(name, bytes)),
      { numRuns: 25 },
    )
  })

  test('is refused when empty', async () => {
    expect((await decode(name, '')).failures).toEqual([`read/empty ${name}`])
  })
})
