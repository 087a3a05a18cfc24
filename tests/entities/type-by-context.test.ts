import { describe, expect, it } from 'vitest'
import { typeByContext } from '../../src/entities/type-by-context.ts'
import type { EntityType } from '../../src/types.ts'
import { kinds, named, shown } from './cut.ts'

const typed = (text: string, ...names: readonly [string, EntityType][]) =>
  shown(text, typeByContext(text, named(text, names), kinds))

describe('typeByContext', () => {
  it('takes for a body what a kind of body stands before, everywhere in the article', () => {
    expect(
      typed('The software company Sandrock left. Then Sandrock came.', ['Sandrock', 'person'], ['Sandrock', 'person']),
    ).toEqual(['group Sandrock', 'group Sandrock'])
    expect(typed('of law firm Todd Murray, where', ['Todd Murray', 'person'])).toEqual(['group Todd Murray'])
    expect(typed('from the Catholic movement Opus Orme. But', ['Opus Orme', 'person'])).toEqual(['group Opus Orme'])
    expect(typed('profits at housebuilder Peter Orme rose', ['Peter Orme', 'person'])).toEqual(['group Peter Orme'])
    expect(typed('rights watchdog Osgil Without Borders', ['Osgil Without Borders', 'place'])).toEqual([
      'group Osgil Without Borders',
    ])
  })

  it('leaves a person whom such a word stands before by chance', () => {
    expect(typed('the group Paul Orme joined', ['Paul Orme', 'person'])).toEqual(['person Paul Orme'])
    expect(typed('Acme company Paul Orme left', ['Paul Orme', 'person'])).toEqual(['person Paul Orme'])
    expect(typed('Paul Orme. The Dee group Orme led', ['Paul Orme', 'person'], ['Orme', 'person'])).toEqual([
      'person Paul Orme',
      'person Orme',
    ])
  })

  it('takes for a place what a kind of place stands before', () => {
    expect(typed('in the town of Torvak on', ['Torvak', 'group'])).toEqual(['place Torvak'])
    expect(typed('in the seaside town Torvak on', ['Torvak', 'person'])).toEqual(['place Torvak'])
    expect(typed('as MP for Osgil West', ['Osgil West', 'group'])).toEqual(['place Osgil West'])
    expect(typed('the city Council said', ['Council', 'group'])).toEqual(['group Council'])
  })

  it('tells a firm by its staff, and a lone name with an article as no person', () => {
    expect(typed("Torvak's shareholders met", ['Torvak', 'person'])).toEqual(['group Torvak'])
    expect(typed("Mr Torvak's employees met", ['Torvak', 'person'])).toEqual(['person Torvak'])
    expect(typed('former William Torvak chief Ian Orme', ['William Torvak', 'person'])).toEqual([
      'group William Torvak',
    ])
    expect(typed('The Torvak are on tour', ['Torvak', 'person'])).toEqual(['group Torvak'])
    expect(typed('a win at the Torvak.', ['Torvak', 'person'])).toEqual(['place Torvak'])
    expect(typed('of the Torvak era', ['Torvak', 'person'])).toEqual(['person Torvak'])
    expect(typed('the Bill is read', ['Bill', 'person'])).toEqual([])
  })

  it('takes for a person whom an apposition tells to be one', () => {
    expect(typed('said KK Torvak, a fund manager with Dee', ['KK Torvak', 'group'])).toEqual(['person KK Torvak'])
    expect(typed('said Orme Dee, the maker of', ['Orme Dee', 'group'])).toEqual(['group Orme Dee'])
    expect(typed('sued Orme Dee, its boss and an executive.', ['Orme Dee', 'group'])).toEqual(['group Orme Dee'])
    expect(typed('said Orme Bank, a manager of', ['Orme Bank', 'group'])).toEqual(['group Orme Bank'])
  })

  it('takes for a body what a list has as one, and initials in brackets', () => {
    expect(typed('as HBO said', ['HBO', 'person'])).toEqual(['group HBO'])
    expect(typed('the Association of Chief Osgil Officers (Acoo) said', ['Acoo', 'person'])).toEqual(['group Acoo'])
    expect(typed('the sister of Ann Orme (Lucy) said', ['Lucy', 'person'])).toEqual(['person Lucy'])
  })

  it('takes a listed place for one where the tagger hardly held it for a body', () => {
    const guess = (margin: number) =>
      typeByContext('seen in Marseille', [{ start: 8, end: 17, type: 'group', margin }], kinds).map(({ type }) => type)
    expect(guess(0.4)).toEqual(['place'])
    expect(guess(3)).toEqual(['group'])
    const hague = [{ start: 9, end: 14, type: 'group' as const, margin: 0.5 }]
    expect(typeByContext('sits in the Hague'.slice(3), hague, kinds)[0]?.type).toBe('place')
  })
})
