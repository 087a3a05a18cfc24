import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIn, namesIn } from './read-names.ts'

describe('findNames', () => {
  it('finds persons, states, groups and places', () => {
    expect(namesIn('Angela Merkel flew from Berlin to Poland to meet officials of the World Bank.')).toEqual([
      'person: Angela Merkel',
      'place: Berlin',
      'state: Poland',
      'group: World Bank',
    ])
  })

  it('keeps titles and roles out of names, and the state before a role apart', () => {
    expect(namesIn('Turkish Foreign Minister Mevlut Cavusoglu met US Ambassador Samantha Power in Geneva.')).toEqual([
      'person: Mevlut Cavusoglu',
      'state: US',
      'person: Samantha Power',
      'place: Geneva',
    ])
  })

  it('leaves possessives out', () => {
    expect(namesIn("Kenya's president praised Wangari Maathai’s work.")).toEqual([
      'state: Kenya',
      'person: Wangari Maathai',
    ])
  })

  it('takes coordinated names one by one', () => {
    expect(namesIn('Russia, Iran and Turkey agreed to meet again.')).toEqual([
      'state: Russia',
      'state: Iran',
      'state: Turkey',
    ])
  })

  it('joins particles, hyphens and initials to names', () => {
    expect(namesIn('Ursula von der Leyen spoke to Bashar al-Assad and George W. Bush.')).toEqual([
      'person: Ursula von der Leyen',
      'person: Bashar al-Assad',
      'person: George W. Bush',
    ])
  })

  it('takes a long name of a group whole', () => {
    expect(namesIn('The UN Security Council will meet on Friday.')).toEqual(['group: UN Security Council'])
  })

  it('does not take nationalities, months and weekdays for names', () => {
    expect(namesIn('The French and Dutch delegations left on Tuesday, in March.')).toEqual([])
  })

  it('takes a capital that speaks for its state', () => {
    expect(namesIn('Moscow denied the claim on Monday.')).toEqual(['state: Moscow'])
    expect(namesIn('She was born in Moscow.')).toEqual(['place: Moscow'])
  })

  it('finds nothing in nothing', () => {
    expect(namesIn('')).toEqual([])
    expect(namesIn('the rain stopped and they went home.')).toEqual([])
  })

  it('gives the same names for the same text', () => {
    const text = 'Nairobi (AFP) - President Uhuru Kenyatta met the African Union. Kenyatta said Kenya would help.'
    expect(findIn(text)).toEqual(findIn(text))
  })

  const words = fc.constantFrom(
    'Maria',
    'al-Nusra',
    "O'Neill's",
    'U.N.',
    '(AFP)',
    'Ministry',
    'of',
    'the',
    'Russia’s',
    'BEIRUT',
    '-',
    '“',
    '”',
    'said',
    '3-1',
    'São',
    'Paulo',
    'é',
    '😀',
    'Jr.',
    '\n',
    'de',
    'ß',
    'iPhone',
  )
  const texts = fc.oneof(
    fc.array(words, { maxLength: 60 }).map(parts => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  it('gives spans within the text, in order, without overlap, that neither begin nor end in space', () => {
    fc.assert(
      fc.property(texts, text => {
        let last = 0
        for (const { start, end } of findIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          last = end
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads a line of thousands of capitals', () => {
    expect(() => findIn('Name '.repeat(5000))).not.toThrow()
  })
})
