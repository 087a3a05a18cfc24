import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreeInLists } from '../../src/entities/agree-in-lists.ts'
import { cutNames } from '../../src/entities/cut-names.ts'
import type { EntityType } from '../../src/types.ts'
import { cut, kinds, named, shown, works } from './cut.ts'

describe('cutNames', () => {
  it('stops at the end of the sentence and at letters behind a person', () => {
    expect(cut('He met Marcus X. Besides Dee, nobody came.', ['Marcus X. Besides Dee', 'person'])).toEqual([
      'person Marcus X.',
    ])
    expect(cut('by Paul Orme. The film', ['Paul Orme.', 'person'])).toEqual(['person Paul Orme'])
    expect(cut('Ian Orme QC left', ['Ian Orme QC', 'person'])).toEqual(['person Ian Orme'])
    expect(cut('UKIP MEP attacked', ['UKIP MEP', 'group'])).toEqual(['group UKIP'])
    expect(cut('Acme Inc. fell', ['Acme Inc.', 'group'])).toEqual(['group Acme Inc.'])
  })

  it('takes all others for no actor', () => {
    expect(cut('Non-European Union citizens', ['Non-European Union', 'group'])).toEqual([])
    expect(cut('the Non-Aligned Movement', ['Non-Aligned Movement', 'group'])).toHaveLength(1)
    expect(works('the Duty of Call franchises', ['Duty of Call', 'group'])).toEqual([])
  })

  it('takes two family names in one word for no person', () => {
    const lee: [string, EntityType] = ['Ann Lee', 'person']
    const dee: [string, EntityType] = ['Ian Dee', 'person']
    expect(cut('Ann Lee and Ian Dee deny the Lee-Dee feud', lee, dee, ['Lee-Dee', 'person'])).toHaveLength(2)
    expect(cut('Ann Lee met Kim Lee-Dee', lee, ['Kim Lee-Dee', 'person'])).toHaveLength(2)
  })

  it('leaves a trade out of a team, and tells councils from places and products from actors', () => {
    expect(cut('City boss Ian Orme', ['City boss', 'group'])).toEqual(['group City'])
    expect(cut('led Osgil County Council', ['Osgil County Council', 'place'])).toEqual(['group Osgil County Council'])
    expect(cut('an iPhone at Mill Lane', ['iPhone', 'group'], ['Mill Lane', 'group'])).toEqual(['place Mill Lane'])
    expect(works('the Oscar-winning Red Sea', ['Red Sea', 'group'])).toEqual([])
  })

  it('leaves out what a sentence, a day or an adjective puts before a name, and what a hyphen hangs on a place', () => {
    expect(cut('the Osgil-based firm', ['Osgil-based', 'place'])).toEqual(['place Osgil'])
    expect(cut('Ex-Osgil Office chief', ['Ex-Osgil Office', 'group'])).toEqual(['group Osgil Office'])
    expect(cut('Retailer Orme fell', ['Retailer Orme', 'group'])).toEqual(['group Orme'])
    expect(cut('Orme won. On Thursday Orme lost', ['Orme', 'group'], ['Thursday Orme', 'group'])).toEqual([
      'group Orme',
      'group Orme',
    ])
    expect(cut('Orme won. New Orme chief', ['Orme', 'group'], ['New Orme', 'group'])).toEqual([
      'group Orme',
      'group Orme',
    ])
    expect(cut('Orme, the New Orme', ['Orme', 'group'], ['New Orme', 'group'])).toEqual([
      'group Orme',
      'group New Orme',
    ])
    expect(cut('the Sunday Times', ['Sunday Times', 'group'])).toEqual(['group Sunday Times'])
  })

  it('parts two sentences within a person’s name, an owner by initials, and what a list knows as owned', () => {
    expect(cut('Ant and Dec. Ian Orme left', ['Dec. Ian Orme', 'person'])).toEqual(['person Dec', 'person Ian Orme'])
    expect(cut('Wm. Ian Orme left', ['Wm. Ian Orme', 'person'])).toEqual(['person Wm. Ian Orme'])
    expect(cut("the OXQ's Mobile summit", ["OXQ's Mobile", 'group'])).toEqual(['group OXQ'])
    expect(cut("Orme's Financial Times said", ["Orme's Financial Times", 'group'])).toEqual([
      'group Orme',
      'group Financial Times',
    ])
  })

  it('takes peers for persons, newcomers for what they are new to, and a county behind its town for a place', () => {
    expect(cut('Whig Lord Orme of Osgil', ['Whig Lord Orme of Osgil', 'group'])).toEqual(['person Orme of Osgil'])
    expect(cut('the Lord Chancellor', ['Lord Chancellor', 'group'])).toEqual(['group Lord Chancellor'])
    expect(cut('New Osgil manager Ian', ['New Osgil', 'group'])).toEqual(['group Osgil'])
    expect(cut('New York manager Ian', ['New York', 'group'])).toEqual(['group New York'])
    expect(cut('in Osgil, Hertfordshire.', ['Osgil', 'place'], ['Hertfordshire', 'group'])).toEqual([
      'place Osgil',
      'place Hertfordshire',
    ])
  })

  it('takes treaties, fairs, leagues of champions and congresses of the world for events', () => {
    expect(cut('the Treaty of Osgil', ['Treaty of Osgil', 'group'])).toEqual(['event Treaty of Osgil'])
    expect(cut('the Osgil Motor Show', ['Osgil Motor Show', 'place'])).toEqual(['event Osgil Motor Show'])
    expect(cut('won the Champions League', ['Champions League', 'group'])).toEqual(['event Champions League'])
    expect(cut('the US Congress', ['US Congress', 'group'])).toEqual(['group US Congress'])
  })

  it('takes meetings and races for events, parks to be at for places, councils for bodies', () => {
    expect(cut('ran the Osgil Marathon', ['Osgil Marathon', 'place'])).toEqual(['event Osgil Marathon'])
    expect(cut('a win at Osgil Park', ['Osgil Park', 'group'])).toEqual(['place Osgil Park'])
    expect(cut('singer of Osgil Park', ['Osgil Park', 'group'])).toEqual(['group Osgil Park'])
    expect(cut('of the Osgil Council', ['Osgil Council', 'person'])).toEqual(['group Osgil Council'])
  })

  it('leaves days behind a body and nationalities before a person out, and takes an ampersand for a firm', () => {
    expect(cut('the Osgil Parliament on Tuesday', ['Osgil Parliament on Tuesday', 'group'])).toEqual([
      'group Osgil Parliament',
    ])
    expect(cut('the Post on Sunday', ['Post on Sunday', 'group'])).toEqual(['group Post on Sunday'])
    expect(cut('Kenyans Evans Orme and', ['Kenyans Evans Orme', 'person'])).toEqual(['person Evans Orme'])
    expect(cut('Orme shares at O&D fell', ['O&D', 'place'])).toEqual(['group O&D'])
    expect(cut('at the Oscars', ['Oscars', 'group'])).toEqual(['event Oscars'])
  })

  it('takes laws, fields of offices and nationalities for no actors', () => {
    expect(cut('the Safe Roads Act 2004', ['Safe Roads Act 2004', 'group'])).toEqual([])
    expect(cut('Work and Pensions Secretary', ['Work and Pensions', 'group'])).toEqual([])
    expect(cut('the West African state', ['West African', 'place'])).toEqual([])
    expect(cut('an Iranian', ['Iranian', 'group'])).toEqual([])
    expect(cut('in the Caribbean', ['Caribbean', 'place'])).toEqual(['place Caribbean'])
  })

  it('parts an owner of two words from one word that is owned, and a state from where it acts', () => {
    expect(cut("MG Orme's Midlands plant", ["MG Orme's Midlands", 'group'])).toEqual(['group MG Orme'])
    expect(cut("the Osgil Women's Open", ["Osgil Women's Open", 'group'])).toEqual(["group Osgil Women's Open"])
    expect(cut('held by the US in the Cuban camp', ['US in the Cuban camp', 'group'])).toEqual(['state US'])
  })

  it('parts an owner whom it knows from what is owned', () => {
    expect(cut("Torvak's US arm", ["Torvak's US", 'group'])).toEqual(['group Torvak', 'state US'])
    expect(cut("Honda rose. Honda's US arm", ['Honda', 'group'], ["Honda's US", 'group'])).toEqual([
      'group Honda',
      'group Honda',
      'state US',
    ])
    expect(cut("McDonald's Europe grew", ["McDonald's Europe", 'group'])).toEqual(["group McDonald's Europe"])
  })

  it('parts two names at the end of a list, and leaves bodies with an "and"', () => {
    const list = 'Blue Sea, Red Baron and Sideways won'
    expect(cut(list, ['Blue Sea', 'group'], ['Red Baron and Sideways', 'group'])).toEqual([
      'group Blue Sea',
      'group Red Baron',
      'group Sideways',
    ])
    const office = 'Office for Arms and Trade'
    expect(cut(`Blue Sea, the ${office} and`, ['Blue Sea', 'group'], [office, 'group'])).toContain(`group ${office}`)
    expect(cut('Procter and Gamble fell', ['Procter and Gamble', 'group'])).toEqual(['group Procter and Gamble'])
  })

  it('parts a list that the tagger took for one name', () => {
    expect(cut('of BitFlow, Donk and Connect', ['BitFlow, Donk and Connect', 'group'])).toEqual([
      'group BitFlow',
      'group Donk',
      'group Connect',
    ])
  })

  it('parts a body from the person named behind it', () => {
    expect(cut('envoy to the UN Samantha Orme', ['UN Samantha Orme', 'group'])).toEqual([
      'group UN',
      'person Samantha Orme',
    ])
    const official = 'State Comptroller Alan Orme'
    expect(cut(official, [official, 'group'])).toEqual(['person Alan Orme'])
    const dean = 'University of Osgil and Daniel Orme'
    expect(cut(dean, [dean, 'group'])).toEqual(['group University of Osgil', 'person Daniel Orme'])
    expect(cut('the BBC World Service', ['BBC World Service', 'group'])).toEqual(['group BBC World Service'])
  })

  it('takes a site for a place', () => {
    expect(cut('in the Orme Auditorium', ['Orme Auditorium', 'group'])).toEqual(['place Orme Auditorium'])
    expect(cut('by the River Orme', ['River Orme', 'group'])).toEqual(['place River Orme'])
    expect(cut('Orme Green, in east London', ['Orme Green', 'group'])).toEqual(['place Orme Green'])
  })

  it('leaves out the noun that says what it is', () => {
    expect(cut('the Basque newspaper Gara said', ['Basque newspaper Gara', 'group'])).toEqual(['group Gara'])
  })

  it('drops sums, measures, holidays and abbreviations, unless a body is called so', () => {
    expect(cut('It cost A$5.44.', ['A$5.44', 'event'])).toEqual([])
    expect(cut('the 18th Century poet', ['18th Century', 'group'])).toEqual([])
    expect(cut('by Christmas', ['Christmas', 'event'])).toEqual([])
    expect(cut('a DVD', ['DVD', 'group'])).toEqual([])
    expect(cut('the Green Hydrogen Party (GDP) and GDP', ['Green Hydrogen Party', 'group'], ['GDP', 'group'])).toEqual([
      'group Green Hydrogen Party',
      'group GDP',
    ])
  })

  it('drops programmes, divisions of cups and part numbers', () => {
    expect(cut('star of TV programme The Bay', ['TV programme The Bay', 'group'])).toEqual([])
    expect(cut("on BBC's Morning Hour", ["BBC's Morning Hour", 'group'])).toEqual(['group BBC'])
    expect(cut('drawn in Pool A', ['Pool A', 'group'])).toEqual([])
    expect(cut('the P7131 radio', ['P7131', 'group'])).toEqual([])
  })

  it('drops titles that are sentences, and numbered products', () => {
    expect(cut('the song Never Leave Your Home', ['Never Leave Your Home', 'group'])).toEqual([])
    expect(cut('plays Doom Night 3', ['Doom Night 3', 'group'])).toEqual([])
    expect(cut('on Channel 4', ['Channel 4', 'group'])).toEqual(['group Channel 4'])
  })

  it('gives stretches of the names it was given', () => {
    const piece = fc.constantFrom(
      'Acme',
      "Acme's",
      'and',
      'for',
      'the',
      'US',
      'Red Baron',
      'v',
      'Orme.',
      '3',
      'QC',
      'But',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('group', 'person', 'place'),
        (pieces, type) => {
          const text = pieces.join(' ')
          const found = cutNames(text, [{ start: 0, end: text.length, type: type as EntityType }], kinds)
          let last = 0
          for (const { start, end } of found) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe('dropWorks', () => {
  it('leaves out what the text calls a film, wherever the article names it', () => {
    const text = 'The thriller Blue Sea opened. Blue Sea was shot in Rome.'
    expect(works(text, ['Blue Sea', 'group'], ['Blue Sea', 'place'], ['Rome', 'place'])).toEqual(['place Rome'])
  })

  it('leaves out what is listed with it, but no listed body', () => {
    const text = 'a sequel to Blue Sea, The Harbour and Closer for Sony'
    expect(works(text, ['Blue Sea', 'group'], ['Harbour', 'group'], ['Closer', 'group'], ['Sony', 'group'])).toEqual([
      'group Sony',
    ])
  })

  it('takes a person for the title of a story, but not where the article mostly speaks of the person', () => {
    expect(works('Anna star Ian Orme left', ['Anna', 'person'], ['Ian Orme', 'person'])).toEqual(['person Ian Orme'])
    expect(works('Ann Orme. Orme star Ian Dee', ['Ann Orme', 'person'], ['Orme', 'person'])).toHaveLength(2)
    expect(works('the biopic Anna Orme opened', ['Anna Orme', 'person'])).toEqual([])
    const names = [0, 1, 2].map((): [string, EntityType] => ['Orme', 'person'])
    expect(works('in the game Orme lost. Orme left. Orme came.', ...names)).toHaveLength(3)
  })

  it('knows worms and devices', () => {
    expect(works('the Zarbug worm spread', ['Zarbug', 'group'])).toEqual([])
    expect(works('the Zarbug mobile phone virus', ['Zarbug', 'place'])).toEqual([])
  })
})

describe('agreeInLists', () => {
  it('takes odd names of a team sheet for persons', () => {
    const text = 'Saracens: Kalman; Hyde, Regan, Rock, Vyvyan; Doak 85, Long.'
    const given = named(text, [
      ['Saracens', 'group'],
      ['Kalman', 'person'],
      ['Hyde', 'place'],
      ['Regan', 'person'],
      ['Rock', 'person'],
      ['Vyvyan', 'person'],
      ['Doak 85', 'group'],
      ['Long', 'person'],
    ])
    expect(shown(text, agreeInLists(text, given, kinds))).toEqual([
      'group Saracens',
      'person Kalman',
      'person Hyde',
      'person Regan',
      'person Rock',
      'person Vyvyan',
      'person Doak',
      'person Long',
    ])
  })

  it('leaves short lists alone', () => {
    const text = 'Orme, Hyde and Regan'
    const given = named(text, [
      ['Orme', 'person'],
      ['Hyde', 'place'],
      ['Regan', 'person'],
    ])
    expect(agreeInLists(text, given, kinds)).toEqual(given)
  })
})
