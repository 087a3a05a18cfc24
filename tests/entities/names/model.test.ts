import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../../src/data-files.ts'
import { LABELS } from '../../../src/entities/names/labels.ts'
import { keyOf, readNameModel, writeNameModel } from '../../../src/entities/names/model.ts'
import { loadNameLists, loadNameModel } from '../../../src/entities/names/tag-document.ts'
import { readWordClasses, writeWordClasses } from '../../../src/entities/names/word-classes.ts'
import { HearsayError } from '../../../src/errors.ts'

const fill = (length: number, value: (i: number) => number) => Float32Array.from({ length }, (_, i) => value(i))

describe('the name model', () => {
  const parts = {
    keys: Int32Array.of(-5, 17, 2_000_000_000),
    weights: Int8Array.from({ length: 3 * LABELS }, (_, i) => (i % 5 === 0 ? (i % 127) - 60 : 0)),
    unit: 0.03125,
    first: fill((LABELS + 1) * LABELS, i => i / 8),
    second: fill((LABELS + 1) * LABELS, i => -i / 8),
    bias: fill(LABELS, i => i / 4),
  }

  it('reads back what was written', () => {
    const model = readNameModel(writeNameModel(parts))
    expect([model.first, model.second, model.bias, model.unit]).toEqual([
      parts.first,
      parts.second,
      parts.bias,
      parts.unit,
    ])
    parts.keys.forEach((key, row) => {
      const at = model.table.find(keyOf(key)) * LABELS
      expect(model.weights.subarray(at, at + LABELS)).toEqual(parts.weights.subarray(row * LABELS, (row + 1) * LABELS))
    })
  })

  it('keeps one row of features that meet on one key, whatever their order', () => {
    const row = (value: number) => Int8Array.from({ length: LABELS }, () => value)
    const written = (keys: number[], values: number[]) =>
      writeNameModel({
        ...parts,
        keys: Int32Array.from(keys),
        weights: Int8Array.from(values.flatMap(value => [...row(value)])),
      })
    const bytes = written([40, 41, 80], [1, 2, 3])
    expect(written([80, 41, 40], [3, 2, 1])).toEqual(bytes)
    const { table, weights } = readNameModel(bytes)
    expect(table.size).toBe(2)
    expect(weights.subarray(0, LABELS)).toEqual(row(1))
    expect(table.find(keyOf(41))).toBe(0)
  })

  it('refuses bytes that are no model, cut or too long', () => {
    const bytes = writeNameModel(parts)
    expect(() => readNameModel(new Uint8Array(10))).toThrow(RangeError)
    expect(() => readNameModel(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError)
    expect(() => readNameModel(Uint8Array.of(...bytes, 0))).toThrow(RangeError)
  })

  it('says which file is wrong and what to do', () => {
    const broken = () => new Uint8Array(4)
    expect(() => loadNameModel(broken)).toThrow(HearsayError)
    expect(() => loadNameModel(broken)).toThrow(/model\/names\.bin.*train-names/)
  })
})

describe('the word classes', () => {
  it('read back what was written and know no other words', () => {
    const classes = readWordClasses(
      writeWordClasses({
        words: ['lisbon', 'kofi'],
        fine: [2, 1],
        kind: [1, 0],
        middleOf: [0, 4, 5],
        topOf: [0, 6, 7],
        steps: [
          [0, 4],
          [3, 0],
        ],
      }),
    )
    const row = classes.find('lisbon')
    expect([classes.fine[row], classes.kind[row], classes.find('porto')]).toEqual([2, 1, -1])
    expect([[...classes.middleOf], [...classes.topOf]]).toEqual([
      [0, 4, 5],
      [0, 6, 7],
    ])
  })

  it('shipped, put like words together', () => {
    const { words } = loadNameLists(openDataFiles)
    expect(words.get('Thursday').middle).toBe(words.get('Tuesday').middle)
    expect(words.get('Thursday').middle).not.toBe(words.get('Jennifer').middle)
    expect(words.get('Xqzptlk').fine).toBe(0)
  })
})
