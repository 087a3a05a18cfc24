import { describe, expect, it } from 'vitest'
import { agreeTypes, type TypedName } from '../../../src/entities/names/agree-types.ts'
import type { EntityType } from '../../../src/types.ts'

const name = (text: string, type: EntityType, more: Partial<TypedName> = {}): TypedName => {
  const words = text.toLowerCase().split(' ')
  return {
    key: words.join(' '),
    lastWord: words.at(-1)!,
    words: words.length,
    opensLikePerson: false,
    isListedGroup: false,
    type,
    asPlace: 'place',
    ...more,
  }
}

describe('agreeTypes', () => {
  it('overrules a single vote against many', () => {
    const places = Array.from({ length: 3 }, () => name('Porto', 'place'))
    expect(agreeTypes([...places, name('Porto', 'group')]).at(-1)).toBe('place')
  })

  it('leaves a town and its team apart where both are frequent', () => {
    const both = [name('Porto', 'place'), name('Porto', 'group'), name('Porto', 'group')]
    expect(agreeTypes(both)).toEqual(['place', 'group', 'group'])
  })

  it('never takes the bare name of a state for a group', () => {
    expect(agreeTypes([name('Kenya', 'group', { asPlace: 'state' })])).toEqual(['state'])
  })

  it('takes a country for a person only where a full name holds the word', () => {
    const chad = (type: EntityType) => name('Chad', type, { asPlace: 'state' })
    expect(agreeTypes([chad('state'), chad('person')])).toEqual(['state', 'state'])
    expect(agreeTypes([chad('state'), chad('person'), name('Chad Lind', 'person')])[1]).toBe('person')
  })

  it('takes the full name of somebody whose surname stands elsewhere for a person', () => {
    const names = [name('Amina Diallo', 'group', { opensLikePerson: true }), name('Diallo', 'person')]
    expect(agreeTypes(names)).toEqual(['person', 'person'])
  })

  it('takes a listed group for a group', () => {
    expect(agreeTypes([name('Boko Haram', 'person', { isListedGroup: true })])).toEqual(['group'])
  })

  it('leaves events alone', () => {
    expect(agreeTypes([name('Oslo', 'event'), name('Oslo', 'place'), name('Oslo', 'place')])[0]).toBe('event')
  })
})
