import { describe, expect, it } from 'vitest'
import { Network } from '../../scripts/language/network.ts'
import { codeTables, packNetwork } from '../../scripts/language/pack-network.ts'
import { openDataFiles } from '../../src/data-files.ts'
import type { WordType } from '../../src/language/input.ts'
import { Kernel } from '../../src/language/kernel.ts'
import { KERNEL_PATH } from '../../src/language/model.ts'
import { readNetwork } from '../../src/language/network-file.ts'
import { NetworkRunner } from '../../src/language/network-runner.ts'
import type { NetworkShape } from '../../src/language/network-shape.ts'
import { Parser } from '../../src/language/parser.ts'
import { EDGE } from '../../src/language/tagger-features.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

const random = seededRandom(11)
const whole = (limit: number) => Math.floor(random() * limit)

function parserOf(dilations: readonly number[], stateWidth: number): { parser: Parser; shape: NetworkShape } {
  const shape: NetworkShape = {
    wordWidth: 16,
    stateWidth,
    dilations,
    vocabulary: 50,
    suffixes: 20,
    prefixes: 10,
    shapes: 17,
    tags: 9,
    classes: 11,
    labels: 5,
  }
  const bytes = openDataFiles(KERNEL_PATH)
  const groups = Array.from({ length: shape.vocabulary }, () => 0)
  const ofAll = (rows: number) => Array.from({ length: rows }, () => 9)
  const uses = { word: ofAll(shape.vocabulary), suffix: ofAll(shape.suffixes), prefix: ofAll(shape.prefixes) }
  const network = new Network(new Kernel(bytes), shape)
  for (const { at, rows, columns } of network.parameters)
    for (let i = 0; i < rows * columns; i++) network.kernel.floats[at + i] = random() - 0.5
  const stored = readNetwork(shape, groups, packNetwork(network, codeTables(network, uses, groups, random)))
  return { parser: new Parser(new NetworkRunner(new Kernel(bytes), shape, stored)), shape }
}

const wordOf = (): WordType => ({ ...EDGE, id: whole(50), suffix3: whole(99), prefix3: whole(99), shape: whole(17) })

describe('Parser', () => {
  it.each([
    [[1, 2, 4, 1], 24],
    [[1], 16],
    [[2, 1], 48],
  ])(
    'finds the same tree from the middle as from the start, with convolutions %j and states of %i',
    (dilations, width) => {
      const { parser, shape } = parserOf(dilations, width)
      for (let sentence = 0; sentence < 60; sentence++) {
        // The last ones are longer than the parser expects.
        const n = sentence < 58 ? 1 + whole(40) : 300 + whole(50)
        const words = Array.from({ length: n }, wordOf)
        const tags = Int32Array.from({ length: n }, () => whole(shape.tags))
        const lists = Array.from({ length: 6 }, () => new Int32Array(n)) as [
          Int32Array,
          Int32Array,
          Int32Array,
          Int32Array,
          Int32Array,
          Int32Array,
        ]
        parser.parseScored(words, tags, lists[0], lists[1])
        const changed = whole(n)
        tags[changed] = (tags[changed]! + 1) % shape.tags
        const again = parser.parseAgain(words, tags, changed, lists[2], lists[3])
        expect(again).toBe(parser.parseScored(words, tags, lists[4], lists[5]))
        expect([lists[2], lists[3]]).toEqual([lists[4], lists[5]])
        parser.parse(words, tags, lists[0], lists[1])
        expect([lists[0], lists[1]]).toEqual([lists[4], lists[5]])
        expect(lists[0].filter(head => head === -1)).toHaveLength(1)
      }
    },
  )
})
