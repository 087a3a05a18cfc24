import { describe, expect, it } from 'vitest'
import { Network } from '../../scripts/language/network.ts'
import { codeTables, packNetwork } from '../../scripts/language/pack-network.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { Kernel } from '../../src/language/kernel.ts'
import { KERNEL_PATH } from '../../src/language/model.ts'
import { floatsOf, readNetwork, type StoredWeights } from '../../src/language/network-file.ts'
import type { NetworkShape } from '../../src/language/network-shape.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

const kernel = openDataFiles(KERNEL_PATH)
const shape: NetworkShape = {
  wordWidth: 16,
  stateWidth: 16,
  dilations: [1],
  vocabulary: 900,
  suffixes: 40,
  prefixes: 20,
  shapes: 3,
  tags: 4,
  labels: 5,
  classes: 11,
}
/** Two groups of words, far from each other. */
const groups = Array.from({ length: shape.vocabulary }, (_, row) => 1 + (row % 2))
/** Training met the first 300 words and every affix but the last of each table. */
const uses = {
  word: groups.map((_, row) => (row < 300 ? 10 : 0)),
  suffix: Array.from({ length: shape.suffixes }, (_, row) => (row < shape.suffixes - 1 ? 5 : 0)),
  prefix: Array.from({ length: shape.prefixes }, (_, row) => (row < shape.prefixes - 1 ? 5 : 0)),
}

function noise(): Network {
  const network = new Network(new Kernel(kernel), shape)
  const random = seededRandom(7)
  for (const { at, rows, columns } of network.parameters)
    for (let cell = at; cell < at + rows * columns; cell++) network.kernel.floats[cell] = random() - 0.5
  const { word } = network
  groups.forEach((group, row) => {
    for (let c = 0; c < word.columns; c++) network.kernel.floats[word.at + row * word.columns + c]! += group * 4
  })
  return network
}

const pack = (network: Network) => packNetwork(network, codeTables(network, uses, groups, seededRandom(1)))

/** Root of the mean squared error of a range of a table's rows. */
function errorOf(
  network: Network,
  read: ReadonlyMap<string, StoredWeights>,
  name: string,
  from: number,
  to: number,
): number {
  const stored = floatsOf(read.get(name)!)
  const { at, columns } = network.parameters.find(parameter => parameter.name === name)!
  let sum = 0
  for (let cell = from * columns; cell < to * columns; cell++)
    sum += (network.kernel.floats[at + cell]! - stored[cell]!) ** 2
  return Math.sqrt(sum / ((to - from) * columns))
}

describe('a packed network', () => {
  const network = noise()
  const coarse = noise()
  const bytes = pack(coarse)
  const read = readNetwork(shape, groups, bytes)

  it('is the same each time', () => {
    expect(Buffer.compare(pack(noise()), bytes)).toBe(0)
  })

  it('leaves its tables as they will be read', () => {
    for (const name of ['word', 'suffix', 'prefix'])
      expect(errorOf(coarse, read, name, 0, coarse.parameters.find(parameter => parameter.name === name)!.rows)).toBe(0)
  })

  it('keeps matrices to a tenth of their spread', () => {
    for (const { name, rows } of network.parameters)
      if (!['word', 'suffix', 'prefix'].includes(name)) expect(errorOf(network, read, name, 0, rows)).toBeLessThan(0.02)
  })

  it('keeps rows that training met closely, other words by their group and roughly', () => {
    const close = errorOf(network, read, 'word', 0, 300)
    const rough = errorOf(network, read, 'word', 300, 900)
    expect(close).toBeLessThan(0.08)
    expect(rough).toBeGreaterThan(close)
    expect(rough).toBeLessThan(0.3)
    expect(errorOf(network, read, 'suffix', 0, 39)).toBeLessThan(0.02)
  })

  it('forgets affixes that training never met', () => {
    const { columns, integers } = read.get('suffix')!
    expect(integers.subarray(39 * columns, 40 * columns).every(value => value === 0)).toBe(true)
    expect(integers.subarray(38 * columns, 39 * columns).every(value => value === 0)).toBe(false)
  })

  it('refuses bytes of another length', () => {
    expect(() => readNetwork(shape, groups, bytes.subarray(0, bytes.length - 1))).toThrow(RangeError)
    expect(() => readNetwork(shape, groups, Uint8Array.of(...bytes, 0))).toThrow(RangeError)
  })
})
