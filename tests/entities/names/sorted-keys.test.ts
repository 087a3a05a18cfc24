import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteReader, ByteWriter } from '../../../src/entities/names/bytes.ts'
import { readSortedKeys, writeSortedKeys } from '../../../src/entities/names/sorted-keys.ts'

it('reads back any keys', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 })), given => {
      const keys = given.sort((a, b) => a - b)
      const out = new ByteWriter()
      writeSortedKeys(out, keys)
      const input = new ByteReader(out.done())
      expect([...readSortedKeys(input, keys.length)]).toEqual(keys)
      expect(input.atEnd).toBe(true)
    }),
  )
})

it('refuses to read past the end', () => {
  const out = new ByteWriter()
  writeSortedKeys(out, [1, 2000])
  expect(() => readSortedKeys(new ByteReader(out.done().subarray(0, 3)), 2)).toThrow(RangeError)
  expect(() => readSortedKeys(new ByteReader(new Uint8Array(1)), 2)).toThrow(RangeError)
})
