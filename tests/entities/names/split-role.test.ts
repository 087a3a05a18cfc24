import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../../src/data-files.ts'
import { loadPlaceLists } from '../../../src/entities/names/place-type.ts'
import { behindField, holderOf, splitRole } from '../../../src/entities/names/split-role.ts'
import type { Token } from '../../../src/types.ts'

const lists = loadPlaceLists(openDataFiles)

function split(words: string): { owner: string | null; person: string | null } | null {
  const tokens = words
    .split(' ')
    .map((form): Token => ({ start: 0, end: 0, form, lemma: form, tag: 'NNP', upos: 'PROPN', head: -1, deprel: 'dep' }))
  const found = splitRole(tokens, 0, tokens.length, lists)
  const text = (part: { from: number; to: number } | null) =>
    part &&
    tokens
      .slice(part.from, part.to)
      .map(token => token.form)
      .join(' ')
  return (
    found && {
      owner: found.owner && `${found.owner.type}: ${text(found.owner)}`,
      person: text(found.person),
    }
  )
}

describe('splitRole', () => {
  it.each([
    ['US Ambassador Samantha Power', 'state: US', 'Samantha Power'],
    ['U.N. Secretary - General Kofi Annan', 'group: U.N.', 'Kofi Annan'],
    ['South Korea Foreign Minister Kang', 'state: South Korea', 'Kang'],
    ['Turkish Prime Minister Tansu Çiller', null, 'Tansu Çiller'],
    ['EU Special Envoy', 'group: EU', null],
  ])('parts "%s"', (words, owner, person) => {
    expect(split(words)).toEqual({ owner, person })
  })

  it.each(['General Motors', 'US Congress', 'British Petroleum', 'President Lincoln', 'Kenya', 'First National Bank'])(
    'leaves "%s" whole',
    words => {
      expect(split(words)).toBeNull()
    },
  )
})

describe('holderOf', () => {
  const holder = (words: string) => {
    const tokens = words.split(' ').map(form => ({ form }) as Token)
    const found = holderOf(tokens, 0, tokens.length, form => form === 'Amina')
    return found && words.split(' ').slice(found.from, found.to).join(' ')
  }

  it('finds who holds a long role', () => {
    expect(holder('Health and Sport Commissioner Amina Diallo')).toBe('Amina Diallo')
    expect(holder('Emergency Relief Coordinator Amina J. Diallo')).toBe('Amina J. Diallo')
  })

  it('finds nobody where the role ends the name or no given name follows', () => {
    expect(holder('Office of the High Commissioner')).toBeNull()
    expect(holder('Prince Mahidol Award Foundation')).toBeNull()
  })
})

describe('behindField', () => {
  const nameIn = (words: string) => {
    const forms = words.split(' ')
    const tokens = forms.map(
      (form): Token => ({ start: 0, end: 0, form, lemma: form, tag: 'NNP', upos: 'PROPN', head: -1, deprel: 'dep' }),
    )
    return forms.slice(behindField(tokens, 2, tokens.length)).join(' ')
  }

  it('leaves the field of an office out of the name behind it', () => {
    expect(nameIn('Secretary of State Colin Powell')).toBe('Colin Powell')
    expect(nameIn('Minister of Defence Ana Duarte')).toBe('Ana Duarte')
    expect(nameIn('Secretary of State for Defence Ana Duarte')).toBe('Ana Duarte')
  })

  it('leaves other names whole', () => {
    expect(nameIn('Bank of State Farm')).toBe('State Farm')
    expect(nameIn('Minister of Ana Duarte')).toBe('Ana Duarte')
  })
})
