import { describe, expect, it } from 'vitest'
import { cut } from './cut.ts'

describe('twoBodies', () => {
  it('parts two bodies where one ends or begins as bodies do', () => {
    const boards = 'Osgil Tourist Board and the Orme Development Agency'
    expect(cut(boards, [boards, 'group'])).toEqual(['group Osgil Tourist Board', 'group Orme Development Agency'])
    const court = 'Lords and the Court of Appeal'
    expect(cut(`the ${court}`, [court, 'group'])).toEqual(['group Lords', 'group Court of Appeal'])
    expect(cut('Daily Orme and The Sunday Dee', ['Daily Orme and The Sunday Dee', 'group'])).toEqual([
      'group Daily Orme',
      'group Sunday Dee',
    ])
  })

  it('parts two that are both listed, unless the whole is', () => {
    expect(cut('links to Hamas and Hezbollah', ['Hamas and Hezbollah', 'group'])).toEqual([
      'group Hamas',
      'group Hezbollah',
    ])
    expect(cut('by Orme and Hezbollah', ['Orme and Hezbollah', 'group'])).toHaveLength(1)
  })

  it('parts two that end alike', () => {
    expect(cut('by UK Sport and Sport Torvak', ['UK Sport and Sport Torvak', 'group'])).toHaveLength(2)
    expect(cut('for Parliament and the Council', ['Parliament and the Council', 'group'])).toEqual([
      'group Parliament',
      'group Council',
    ])
    expect(cut('at Orme Music and Torvak Music', ['Orme Music and Torvak Music', 'group'])).toEqual([
      'group Orme Music',
      'group Torvak Music',
    ])
  })

  it('leaves one body that has to do with two things', () => {
    for (const body of [
      'US Food and Drug Administration',
      'Osgil Oil and Gas Corporation',
      'Department for Trade and Industry',
      'Osgil School for the Deaf and the Blind',
      'Osgil Bank and Trust',
    ])
      expect(cut(`the ${body}`, [body, 'group'])).toEqual([`group ${body}`])
  })
})

describe('joinedByPreposition', () => {
  it('parts what stands together in the sentence alone', () => {
    expect(cut('Orme left. Orme at Porto', ['Orme', 'person'], ['Orme at Porto', 'group'])).toEqual([
      'person Orme',
      'person Orme',
    ])
    expect(cut('Orme won. Orme for Scotland', ['Orme', 'group'], ['Orme for Scotland', 'group'])).toEqual([
      'group Orme',
      'group Orme',
      'state Scotland',
    ])
  })

  it('knows the family name of a person whom the article names whole', () => {
    expect(cut('Ann Orme. Orme in the Big Pear', ['Ann Orme', 'person'], ['Orme in the Big Pear', 'group'])).toEqual([
      'person Ann Orme',
      'person Orme',
    ])
  })

  it('leaves out where they come from', () => {
    expect(cut('the Gunners from Osgil', ['Gunners from Osgil', 'group'])).toEqual(['group Gunners'])
    expect(cut('the Bank of Korea', ['Bank of Korea', 'group'])).toEqual(['group Bank of Korea'])
  })

  it('leaves bodies that are for or on something', () => {
    for (const body of ['Transport for London', 'War on Want', 'Campaign for Osgil', 'Centre for Transport'])
      expect(cut(`the ${body}`, [body, 'group'])).toEqual([`group ${body}`])
  })
})

describe('namePartsOf', () => {
  it('gives the holder of a title, and the court he sits on', () => {
    expect(
      cut('US District Court Judge Robert W Orme ruled', ['US District Court Judge Robert W Orme', 'group']),
    ).toEqual(['group US District Court', 'person Robert W Orme'])
    expect(cut('by Spanish Judge Torvak Orme', ['Spanish Judge Torvak Orme', 'group'])).toEqual(['person Torvak Orme'])
    expect(cut('the Chief Inspector Training Agency', ['Chief Inspector Training Agency', 'group'])).toEqual([
      'group Chief Inspector Training Agency',
    ])
  })

  it('gives the seat of a member, and whose work it is', () => {
    expect(cut('the MP for Osgil and Orme', ['MP for Osgil and Orme', 'group'])).toEqual(['place Osgil and Orme'])
    expect(cut("in Ian Orme's Gangs of Dee", ["Ian Orme's Gangs of Dee", 'group'])).toEqual(['person Ian Orme'])
    expect(cut("on BBC One's Night Song", ["BBC One's Night Song", 'group'])).toEqual(['group BBC One'])
    expect(cut("at Ian Orme's University", ["Ian Orme's University", 'group'])).toEqual(["group Ian Orme's University"])
  })
})
