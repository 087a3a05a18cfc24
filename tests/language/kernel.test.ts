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

  it('adds what is positive', () => {
    const kernel = fresh()
    const x = fill(kernel, 12)
    const y = fill(kernel, 12)
    const out = kernel.allocate(12)
    kernel.addRectified(x, y, out, 12)
    const { floats } = kernel
    for (let i = 0; i < 12; i++) expect(floats[out + i]).toBeCloseTo(floats[x + i]! + Math.max(0, floats[y + i]!), 5)
  })
})
