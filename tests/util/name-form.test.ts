import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { bareName, bareNameOfSpan, initials, nameForm } from '../../src/util/name-form.ts'
import { denotationOf, loadNominals, singular } from '../../src/util/nominal-lexicon.ts'

describe('nameForm', () => {
  it.each([
    ['the U.N.', 'un'],
    ['Mr. Smith’s', 'smith'],
    ['The Syrian Army', 'syrian army'],
    ['Pérez', 'perez'],
    ['Defence Ministry', 'defense ministry'],
    ['a “nationwide” ceasefire', 'nationwide ceasefire'],
  ])('%s → %s', (name, form) => {
    expect(nameForm(name)).toBe(form)
  })

  it('is its own form', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), name => nameForm(nameForm(name)) === nameForm(name)))
  })
})

describe('bareNameOfSpan', () => {
  it('keeps an apostrophe and s that a name ends in', () => {
    expect(bareNameOfSpan("the “Macy's")).toBe("Macy's")
    expect(bareNameOfSpan('the “Orme”')).toBe('Orme')
  })
})

describe('bareName', () => {
  it.each([
    ['the rebels', 'rebels'],
    ['Russia’s', 'Russia'],
    ['several residents', 'residents'],
    ['Boeing Co.', 'Boeing Co.'],
  ])('%s → %s', (name, bare) => {
    expect(bareName(name)).toBe(bare)
  })
})

describe('initials', () => {
  it('leaves small words out', () => {
    expect(initials('world health organization'.split(' '))).toBe('who')
    expect(initials('bank of england'.split(' '))).toBe('be')
    expect(initials(['nato'])).toBe('')
  })
})

describe('the nominal lexicon', () => {
  const nominals = loadNominals(openDataFiles)

  it.each([
    ['rebels', 'rebels'],
    ['armed groups', 'rebels'],
    ['militants', 'rebels'],
    ['government forces', 'army'],
    ['peace deal', 'truce'],
    ['policemen', 'police'],
  ])('%s denotes %s', (phrase, denotes) => {
    expect(denotationOf(phrase.split(' '), nominals)?.denotes).toBe(denotes)
  })

  it('leaves other nouns alone', () => {
    expect(denotationOf(['weather'], nominals)).toBeNull()
  })

  it('makes plurals singular', () => {
    expect(['rebels', 'parties', 'clashes', 'policemen', 'crisis'].map(singular)).toEqual([
      'rebel',
      'party',
      'clash',
      'policeman',
      'crisis',
    ])
  })
})

describe('the words that open a description', () => {
  it('are left out, but not where they belong to a name', () => {
    expect(bareName('Another shareholder')).toBe('shareholder')
    expect(bareName('their own only striker')).toBe('striker')
    expect(bareName('All players')).toBe('players')
    expect(bareName('All Blacks')).toBe('All Blacks')
    expect(bareName('No Doubt')).toBe('No Doubt')
  })
})
