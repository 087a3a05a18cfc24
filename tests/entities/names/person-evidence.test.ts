import { describe, expect, it } from 'vitest'
import { isPersonByContext } from '../../../src/entities/names/person-evidence.ts'
import type { Token } from '../../../src/types.ts'

/** Words written `form/tag`; the name is the first of them. */
const isPerson = (words: string): boolean => {
  const tokens = words.split(' ').map((word): Token => {
    const [form, tag] = word.split('/') as [string, string]
    return { start: 0, end: 0, form, tag, lemma: form, upos: 'X', head: -1, deprel: 'dep' }
  })
  return isPersonByContext(tokens, 1, form => form === 'spokesman')
}

describe('isPersonByContext', () => {
  it.each([
    'Oyelaran/NNP ,/, 34/CD ,/, said/VBD',
    'Oyelaran/NNP ,/, a/DT local/JJ resident/NN of/IN Lagos/NNP',
    'Oyelaran/NNP ,/, a/DT senior/JJ army/NN spokesman/NN ,/,',
  ])('sees a person in "%s"', words => {
    expect(isPerson(words)).toBe(true)
  })

  it.each([
    'Oyelaran/NNP said/VBD',
    'Oyelaran/NNP ,/, 2019/CD ,/,',
    'Oyelaran/NNP ,/, a/DT company/NN in/IN Lagos/NNP',
    'Oyelaran/NNP ,/, which/WDT owns/VBZ',
  ])('sees none in "%s"', words => {
    expect(isPerson(words)).toBe(false)
  })
})
