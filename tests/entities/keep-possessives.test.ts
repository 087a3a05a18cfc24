import { describe, expect, it } from 'vitest'
import { keepPossessives } from '../../src/entities/keep-possessives.ts'
import type { EntityType } from '../../src/types.ts'
import { kinds, named, shown } from './cut.ts'

const kept = (text: string, ...names: readonly [string, EntityType][]) =>
  shown(text, keepPossessives(text, named(text, names), kinds.isPossessiveBrand))

describe('keepPossessives', () => {
  it('keeps the ending of shops and firms that a list has', () => {
    expect(kept("Macy's stores", ['Macy', 'person'])).toEqual(["group Macy's"])
    expect(kept("Standard & Poor's cut it", ['Standard & Poor', 'group'])).toEqual(["group Standard & Poor's"])
  })

  it('leaves a person of that name', () => {
    expect(kept("Bart Kohl left. Kohl's wife", ['Bart Kohl', 'person'], ['Kohl', 'person'])).toEqual([
      'person Bart Kohl',
      'person Kohl',
    ])
  })

  it('keeps it where the article never leaves it out and nothing is owned', () => {
    const text = "Torvak's said so. A dinner at Torvak's, the inn. Torvak's menu"
    const names: [string, EntityType][] = [
      ['Torvak', 'person'],
      ['Torvak', 'person'],
      ['Torvak', 'person'],
    ]
    expect(kept(text, ...names)).toEqual(["group Torvak's", "group Torvak's", "group Torvak's"])
    expect(kept(`${text}. Torvak left`, ...names, ['Torvak', 'person'])).toContain('person Torvak')
    expect(kept("Torvak's menu", ['Torvak', 'person'])).toEqual(['person Torvak'])
  })
})
