import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { Kernel } from '../../src/language/kernel.ts'
import { KERNEL_PATH } from '../../src/language/model.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

const random = seededRandom(3)
const fresh = () => new Kernel(openDataFiles(KERNEL_PATH))
function fill(kernel: Kernel, cells: number): number {
  const at = kernel.allocate(cells)
  for (let i = 0; i < cells; i++) kernel.floats[at + i] = random() - 0.5
  return at
}

describe('Kernel', () => {
  it.each([
    [1, 1, 4],
    [2, 3, 16],
    [5, 7, 20],
    [3, 16, 36],
  ])('multiplies %i×%i by columns of %i', (m, k, n) => {
    const kernel = fresh()
    const stride = k + 2
    const a = fill(kernel, m * stride)
    const b = fill(kernel, k * n)
    const c = fill(kernel, m * n)
    const before = kernel.floats.slice(c, c + m * n)
    kernel.multiplyAdd(a, stride, b, c, m, k, n)
    const { floats } = kernel
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = before[i * n + j]!
        for (let x = 0; x < k; x++) sum += floats[a + i * stride + x]! * floats[b + x * n + j]!
        expect(floats[c + i * n + j]).toBeCloseTo(sum, 5)
      }
    }
  })

  it('sums rows, with and without rectifying', () => {
    const kernel = fresh()
    const rows = [fill(kernel, 8), fill(kernel, 8), fill(kernel, 8)]
    const list = kernel.allocate(4)
    const out = kernel.allocate(8)
    rows.forEach((row, i) => {
      kernel.integers[list + i] = row * 4
    })
    const { floats } = kernel
    const sum = (i: number) => rows.reduce((total, row) => total + floats[row + i]!, 0)
    kernel.sumRows(list, 3, out, 8, false)
    for (let i = 0; i < 8; i++) expect(floats[out + i]).toBeCloseTo(sum(i), 5)
    kernel.sumRows(list, 3, out, 8, true)
    for (let i = 0; i < 8; i++) expect(floats[out + i]).toBeCloseTo(Math.max(0, sum(i)), 5)
  })

  const shorts = (kernel: Kernel, at: number, count: number) => [
    ...new Int16Array(kernel.integers.buffer, at * 4, count),
  ]
  const noise = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5)

  it.each([
    [1, 2, 4],
    [2, 4, 16],
    [5, 8, 20],
    [4, 6, 40],
  ])('multiplies %i×%i integers by columns of %i', (m, k, n) => {
    const kernel = fresh()
    const [aStride, bStride, sStride, cStride] = [6, n + 3, n + 4, n + 8]
    const a = kernel.allocate(m * aStride)
    new Int16Array(kernel.integers.buffer, a * 4, m * aStride * 2).forEach((_, i, all) => {
      all[i] = Math.floor((random() - 0.5) * 60_000)
    })
    const s = kernel.allocate(m * sStride)
    for (let i = 0; i < m * sStride; i++) kernel.integers[s + i] = i
    const c = kernel.allocate(m * cStride)
    const b = noise(k * bStride)
    const packed = kernel.packIntegers(b, bStride, k, n, 2000)
    kernel.multiplyIntegers(a, aStride, packed, s, sStride, c, cStride, m, k, n)
    const { integers } = kernel
    for (let i = 0; i < m; i++) {
      const row = shorts(kernel, a + i * aStride, k)
      for (let j = 0; j < cStride && i * cStride + j < m * cStride; j++) {
        const products = row.map((value, x) => value * Math.round(b[x * bStride + j]! * 2000))
        expect(integers[c + i * cStride + j]).toBe(j < n ? products.reduce((x, y) => x + y, i * sStride + j) : 0)
      }
    }
  })

  it('sums scaled rows of bytes, as floats and in 16 bits', () => {
    const kernel = fresh()
    const rows = [Int8Array.of(1, -2, 3, -4, 5, -6, 127, -127), Int8Array.of(8, 7, 6, 5, 4, 3, 2, 1)]
    const scales = [0.25, 100]
    const list = kernel.allocate(4)
    rows.forEach((row, i) => {
      kernel.integers[list + 2 * i] = kernel.copyBytes(row) * 4
      kernel.floats[list + 2 * i + 1] = scales[i]!
    })
    const out = kernel.allocate(8)
    const short = kernel.allocate(4)
    kernel.sumScaledRows(list, 2, out, short, 8, 40)
    const sums = [...rows[0]!].map((value, i) => value * 0.25 + rows[1]![i]! * 100)
    expect([...kernel.floats.subarray(out, out + 8)]).toEqual(sums)
    expect(shorts(kernel, short, 8)).toEqual(sums.map(sum => Math.min(32767, sum * 40)))
  })

  it('adds what is positive to floats, and cuts off what 16 bits cannot hold', () => {
    const kernel = fresh()
    const x = kernel.allocate(8)
    const y = kernel.allocate(8)
    const out = kernel.allocate(8)
    const short = kernel.allocate(4)
    kernel.floats.set([1, -1, 40, -40, 1e30, -1e30, Number.NaN, 0], x)
    kernel.integers.set([64, -64, 0, 0, 0, 0, 0, 32], y)
    kernel.addRectified(x, y, out, short, 8, 1 / 64, 1000)
    expect([...kernel.floats.subarray(out, out + 4)]).toEqual([2, -1, 40, -40])
    expect(kernel.floats[out + 7]).toBe(0.5)
    expect(shorts(kernel, short, 8)).toEqual([2000, -1000, 32767, -32768, 32767, -32768, 0, 500])
  })

  it.each([8, 40])('sums %i columns of integer rows without what is negative', columns => {
    const kernel = fresh()
    const rows = [kernel.allocate(columns), kernel.allocate(columns)]
    const list = kernel.allocate(4)
    const out = kernel.allocate(columns / 2)
    rows.forEach((row, i) => {
      kernel.integers[list + i] = row * 4
      for (let j = 0; j < columns; j++) kernel.integers[row + j] = (j - 3) * 8
    })
    kernel.integers.set([1 << 25, -64], rows[1]!)
    kernel.sumIntegerRows(list, 2, out, columns, 3)
    const expected = Array.from({ length: columns }, (_, j) => Math.max(0, (j - 3) * 2))
    expect(shorts(kernel, out, columns)).toEqual([32767, ...expected.slice(1)])
  })

  it('sums rows of 16 bits', () => {
    const kernel = fresh()
    const rows = [kernel.allocate(8), kernel.allocate(8), kernel.allocate(8)]
    const list = kernel.allocate(4)
    const out = kernel.allocate(8)
    rows.forEach((row, i) => {
      kernel.integers[list + i] = row * 4
      for (let j = 0; j < 16; j++) kernel.shorts[row * 2 + j] = (j - 8) * 10 ** i
    })
    kernel.sumShortRows(list, 3, out, 16)
    expect(shorts(kernel, out, 16)).toEqual(Array.from({ length: 16 }, (_, j) => (j - 8) * 111))
  })
})
