import { describe, expect, it } from 'vitest'
import { cut, kinds } from './cut.ts'

describe('withoutEnds', () => {
  it('cuts the common noun behind a name, and leaves what a body or site ends in', () => {
    expect(cut('told the Herald newspaper', ['Herald newspaper', 'group'])).toEqual(['group Herald'])
    expect(cut('the Lagard group said', ['Lagard group', 'group'])).toEqual(['group Lagard'])
    expect(cut('the Whig party', ['Whig party', 'group'])).toEqual(['group Whig party'])
    expect(cut('a Thai government', ['Thai government', 'group'])).toEqual(['group Thai government'])
    expect(cut('at the Orme hotel', ['Orme hotel', 'group'])).toEqual(['place Orme hotel'])
  })

  it('drops what is left of common nouns', () => {
    expect(cut('by the German club', ['German club', 'group'])).toEqual([])
    expect(cut('the TV network', ['TV network', 'group'])).toEqual([])
    expect(cut('It ended. Childs union has', ['Childs union', 'group'])).toEqual([])
  })

  it('gives the town of a club that is called by it', () => {
    expect(cut('for the Sunderland club', ['Sunderland club', 'group'])).toEqual(['place Sunderland'])
  })

  it('cuts a conjunction before a name', () => {
    expect(cut('lost. But Orme Ltd won', ['But Orme Ltd', 'group'])).toEqual(['group Orme Ltd'])
    expect(cut('lost. But police won', ['But police', 'group'])).toEqual([])
  })

  it('cuts distances, ranks and minutes', () => {
    expect(cut('the Osgil Cup 100m', ['Osgil Cup 100', 'event'])).toEqual(['event Osgil Cup'])
    expect(cut('seen Newcastle 14th', ['Newcastle 14th', 'group'])).toEqual(['group Newcastle'])
    expect(cut('Dee (Orme 61), Lee', ['Orme 61', 'group'])).toEqual(['person Orme'])
    expect(cut('on Radio 1, Lee', ['Radio 1', 'group'])).toEqual(['group Radio 1'])
  })
})

describe('isTitle', () => {
  it('knows titles by small words in capitals, and models by their codes', () => {
    expect(cut('saw Gangs Of The Sea', ['Gangs Of The Sea', 'group'])).toEqual([])
    expect(cut('the Bank Of Osgil', ['Bank Of Osgil', 'group'])).toEqual(['group Bank Of Osgil'])
    expect(cut('a Vaio W1', ['Vaio W1', 'place'])).toEqual([])
    expect(cut('a Pocket Media PMA430', ['Pocket Media PMA430', 'group'])).toEqual([])
    expect(cut('for Iceland U21', ['Iceland U21', 'group'])).toEqual(['group Iceland U21'])
    expect(cut('with BBC ITV1', ['BBC ITV1', 'group'])).toEqual(['group BBC ITV1'])
    expect(cut('until 1800GMT', ['1800GMT', 'group'])).toEqual([])
  })
})

describe('cutNames', () => {
  it('takes offices without holders for nobody, inquiries and elections for events', () => {
    expect(cut('of Culture, Media and Sport', ['Culture, Media and Sport', 'person'])).toEqual([])
    expect(cut('the Lord Chief Justice', ['Justice', 'person'])).toEqual([])
    expect(cut('denied Conservative claims', ['Conservative', 'person'])).toEqual([])
    expect(cut('Minister for Children', ['Minister for Children', 'group'])).toEqual([])
    expect(cut('the Bill is read', ['Bill', 'group'])).toEqual([])
    expect(cut('the Orme Inquiry', ['Orme Inquiry', 'group'])).toEqual(['event Orme Inquiry'])
    expect(cut('the General Election', ['General Election', 'group'])).toEqual(['event General Election'])
  })

  it('cuts where somebody is from', () => {
    expect(cut('when Englishman Torvak won', ['Englishman Torvak', 'person'])).toEqual(['person Torvak'])
    expect(cut('by Ian Orme FRS', ['Ian Orme FRS', 'person'])).toEqual(['person Ian Orme'])
  })

  it('cuts the trade before a name where a sentence begins', () => {
    expect(cut('Bookmaker Torvak said', ['Bookmaker Torvak', 'group'])).toEqual(['group Torvak'])
    expect(cut('Veterans Simon and Torvak came', ['Veterans Simon and Torvak', 'group'])).toEqual([
      'group Simon and Torvak',
    ])
    expect(cut('Friends Torvak said', ['Friends Torvak', 'group'])).toEqual(['group Friends Torvak'])
    expect(cut('the Bookmaker Torvak', ['Bookmaker Torvak', 'group'])).toEqual(['group Bookmaker Torvak'])
    expect(cut('Teacher Torvak Council said', ['Teacher Torvak Council', 'group'])).toEqual([
      'group Teacher Torvak Council',
    ])
  })

  it('takes conventions for events, programmes, lone letters and ages for nothing', () => {
    const convention = 'Osgil Convention on Rights'
    expect(cut(`the ${convention}`, [convention, 'group'])).toEqual([`event ${convention}`])
    expect(cut('the Ian Orme Show', ['Ian Orme Show', 'place'])).toEqual([])
    expect(cut('at the Osgil Motor Show', ['Osgil Motor Show', 'place'])).toEqual(['event Osgil Motor Show'])
    expect(cut('the V concert', ['V', 'person'])).toEqual([])
    expect(cut('posted on X, where', ['X', 'group'])).toEqual(['group X'])
    expect(cut('an Under-18 side', ['Under-18', 'group'])).toEqual([])
  })

  it('takes in the office that a department serves, and the number of a channel', () => {
    const office = 'Office of the Deputy'
    expect(cut(`the ${office} Prime Minister said`, [office, 'group'])).toEqual([`group ${office} Prime Minister`])
    expect(cut('Union Home Minister Ian Orme', ['Union Home', 'group'])).toEqual(['group Union'])
    expect(cut('the EU Trade Commissioner', ['EU Trade', 'group'])).toEqual(['group EU'])
    expect(cut('Foreign Minister Ian Orme', ['Foreign', 'group'])).toEqual([])
    expect(cut('the Treasury Under Secretary', ['Treasury Under', 'group'])).toEqual(['group Treasury'])
    expect(cut('told BBC Radio 1 on', ['BBC Radio', 'group'])).toEqual(['group BBC Radio 1'])
    expect(cut('gave Sky 2 million', ['Sky', 'group'])).toEqual(['group Sky'])
    expect(cut('told Radio 100 times', ['Radio', 'group'])).toEqual(['group Radio'])
  })

  it('takes peers for persons and papers for bodies, though the tagger took them for places', () => {
    expect(cut('Lord Osgil said', ['Lord Osgil', 'place'])).toEqual(['person Osgil'])
    expect(cut('to Lord Osgil Bridge', ['Lord Osgil Bridge', 'place'])).toEqual(['place Lord Osgil Bridge'])
    expect(cut('the Osgil Reporter', ['Osgil Reporter', 'place'])).toEqual(['group Osgil Reporter'])
  })

  it('knows bodies and papers that any newspaper names', () => {
    for (const body of ['Friends of the Earth', 'HBO', 'FT', 'Le Monde']) expect(kinds.isListedBody(body)).toBe(true)
  })

  it('takes towns on rivers for places', () => {
    expect(cut('in Osgil-on-Dee', ['Osgil-on-Dee', 'group'])).toEqual(['place Osgil-on-Dee'])
  })

  it('parts what a person or a firm owns', () => {
    expect(cut("with Orme Systems' Ledger", ["Orme Systems' Ledger", 'group'])).toEqual(['group Orme Systems'])
  })
})
