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

  it.each([
    [1, 2, 4],
    [2, 4, 16],
    [5, 8, 20],
  ])('multiplies %i×%i integers by columns of %i', (m, k, n) => {
    const kernel = fresh()
    const a = fill(kernel, m * 8)
    const b = fill(kernel, k * n)
    const c = kernel.allocate(m * n)
    const short = kernel.allocate(m * 4)
    kernel.integers.fill(7, c, c + m * n)
    kernel.quantise(a, short, m * 8, 1000)
    const packed = kernel.packIntegers(b, k, n, 2000)
    kernel.multiplyAddIntegers(short, 4, packed, c, m, k, n)
    const { floats, integers } = kernel
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 7
        for (let x = 0; x < k; x++)
          sum += Math.round(floats[a + i * 8 + x]! * 1000) * Math.round(floats[b + x * n + j]! * 2000)
        expect(integers[c + i * n + j]).toBe(sum)
      }
    }
  })

  it('cuts off what 16 bits cannot hold', () => {
    const kernel = fresh()
    const x = kernel.allocate(8)
    const out = kernel.allocate(4)
    kernel.floats.set([1, -1, 40, -40, 1e30, -1e30, Number.NaN, 0], x)
    kernel.quantise(x, out, 8, 1000)
    expect([...new Int16Array(kernel.integers.buffer, out * 4, 8)]).toEqual([
      1000, -1000, 32767, -32768, 32767, -32768, 0, 0,
    ])
  })

  it('sums integer rows without what is negative, and adds them to floats', () => {
    const kernel = fresh()
    const rows = [kernel.allocate(8), kernel.allocate(8)]
    const list = kernel.allocate(4)
    const out = kernel.allocate(4)
    kernel.integers.set([64, -64, 8, 0, 1 << 25, 1, 2, 3], rows[0]!)
    kernel.integers.set([64, 8, 8, 0, 1 << 25, 7, 6, 5], rows[1]!)
    rows.forEach((row, i) => {
      kernel.integers[list + i] = row * 4
    })
    kernel.sumIntegerRows(list, 2, out, 8, 3)
    expect([...new Int16Array(kernel.integers.buffer, out * 4, 8)]).toEqual([16, 0, 2, 0, 32767, 1, 1, 1])
    const x = fill(kernel, 8)
    const before = kernel.floats.slice(x, x + 8)
    kernel.addRectifiedIntegers(x, rows[0]!, 8, 1 / 64)
    const { floats, integers } = kernel
    for (let i = 0; i < 8; i++)
      expect(floats[x + i]).toBe(Math.fround(before[i]! + Math.max(0, integers[rows[0]! + i]!) / 64))
  })
})
