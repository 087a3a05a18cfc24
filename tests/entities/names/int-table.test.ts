import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntTable } from '../../../src/entities/names/int-table.ts'

describe('IntTable', () => {
  it('numbers keys in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1 }), { maxLength: 500 }), keys => {
        const table = new IntTable()
        const distinct = [...new Set(keys)]
        for (const key of keys) table.add(key)
        expect(table.size).toBe(distinct.length)
        distinct.forEach((key, i) => {
          expect(table.find(key)).toBe(i)
        })
      }),
    )
  })

  it('does not find what was not added, zero and negative keys included', () => {
    const table = new IntTable()
    table.add(-7)
    table.add(0)
    expect([table.find(-7), table.find(0), table.find(7)]).toEqual([0, 1, -1])
  })

  it('visits every key with its position', () => {
    const table = new IntTable()
    const seen = new Map<number, number>()
    for (let key = 1; key <= 100; key++) table.add(key * 7919)
    table.forEach((key, position) => {
      seen.set(key, position)
    })
    expect(seen.size).toBe(100)
    expect(seen.get(7919 * 50)).toBe(49)
  })
})
