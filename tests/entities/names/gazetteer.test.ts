import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../../src/data-files.ts'
import {
  addToPhrase,
  GAZETTEER_KINDS,
  type GazetteerKind,
  loadGazetteer,
  PHRASE_START,
  plainForm,
} from '../../../src/entities/names/gazetteer.ts'

const gazetteer = loadGazetteer(openDataFiles)
const isListed = (kind: GazetteerKind, ...words: string[]): boolean => {
  const hash = words.reduce((sum, word) => addToPhrase(sum, plainForm(word)), PHRASE_START)
  return ((gazetteer.kinds.get(hash) ?? 0) & (1 << GAZETTEER_KINDS.indexOf(kind))) !== 0
}

describe('plainForm', () => {
  it.each([
    ['U.N.', 'un'],
    ['São', 'sao'],
    ['Guinea-Bissau', 'guinea bissau'],
    ['-', ''],
    ['O’Brien', "o'brien"],
  ])('%s becomes "%s"', (form, plain) => {
    expect(plainForm(form)).toBe(plain)
  })
})

describe('the gazetteer', () => {
  it('finds a name however its words are cut', () => {
    expect(isListed('country', 'Guinea-Bissau')).toBe(true)
    expect(isListed('country', 'Guinea', '-', 'Bissau')).toBe(true)
    expect(isListed('country', 'U.S.')).toBe(true)
  })

  it('knows countries, peoples, capitals, cities, persons and organisations', () => {
    expect(isListed('country', 'Papua', 'New', 'Guinea')).toBe(true)
    expect(isListed('adjective', 'Filipino')).toBe(true)
    expect(isListed('capital', 'Ulaanbaatar')).toBe(true)
    expect(isListed('city-large', 'São', 'Paulo')).toBe(true)
    expect(isListed('given-name', 'Olga')).toBe(true)
    expect(isListed('group', 'World', 'Health', 'Organization')).toBe(true)
    expect(isListed('country', 'Lisbon')).toBe(false)
  })
})
