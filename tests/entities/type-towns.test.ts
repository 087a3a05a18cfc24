import { describe, expect, it } from 'vitest'
import type { NameKinds } from '../../src/entities/name-kinds.ts'
import { typeTowns } from '../../src/entities/type-towns.ts'
import type { EntityType } from '../../src/types.ts'

const kinds = {
  isListedBody: (form: string) => form === 'Osgil',
  isGroupWord: () => false,
  isGivenName: (form: string) => form === 'Anna',
} as unknown as NameKinds

/** The types that the names get, each given as `[words, type]` in the order of the text. */
function typesOf(text: string, ...given: [string, EntityType][]): EntityType[] {
  let at = 0
  const names = given.map(([words, type]) => {
    const start = text.indexOf(words, at)
    at = start + words.length
    return { start, end: at, type }
  })
  return typeTowns(text, names, kinds).map(({ type }) => type)
}

describe('typeTowns', () => {
  it('knows a town by what armies do to it, wherever it is named', () => {
    expect(typesOf('Troops shelled Kesh. Kesh was quiet.', ['Kesh', 'person'], ['Kesh', 'person'])).toEqual([
      'place',
      'place',
    ])
    expect(typesOf('Shops in the suburbs of Kesh burned.', ['Kesh', 'group'])).toEqual(['place'])
  })

  it('takes what is shelled for a body unless somebody is in it', () => {
    expect(typesOf('Jets bombed Kesh.', ['Kesh', 'group'])).toEqual(['group'])
    expect(typesOf('Jets bombed Kesh. Doctors in Kesh fled.', ['Kesh', 'group'], ['Kesh', 'group'])).toEqual([
      'place',
      'place',
    ])
  })

  it('leaves listed bodies, given names and parts of longer names', () => {
    expect(typesOf('He entered Osgil. He entered Anna.', ['Osgil', 'group'], ['Anna', 'person'])).toEqual([
      'group',
      'person',
    ])
    expect(typesOf('They stormed Lind. Ana Lind fled.', ['Lind', 'person'], ['Ana Lind', 'person'])).toEqual([
      'person',
      'person',
    ])
  })
})
