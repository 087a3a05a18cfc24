import { describe, expect, it } from 'vitest'
import type { NameMention } from '../../src/entities/names/find-names.ts'
import { repairNames, type WordKinds } from '../../src/entities/repair-names.ts'
import type { EntityType } from '../../src/types.ts'

const OFFICES = new Set(['president', 'general', 'ambassador', 'coach'])
const words: WordKinds = {
  isOffice: word => OFFICES.has(word),
  isPerson: word => word === 'coordinator',
  isBody: word => word === 'office',
}

function repaired(text: string, ...names: readonly [string, EntityType][]): string[] {
  const given = names.map(([name, type]): NameMention => {
    const start = text.indexOf(name)
    return { start, end: start + name.length, type }
  })
  return repairNames(text, given, [], words).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)
}

describe('repairNames', () => {
  it('takes an office out of a name and the rest of the name in', () => {
    expect(
      repaired('UN Secretary-General Ban Ki-moon left', ['UN Secretary-General Ban', 'group'], ['Ki-moon', 'person']),
    ).toEqual(['person Ban Ki-moon'])
    expect(repaired('Gov. Sarah Palin left', ['Gov. Sarah Palin', 'person'])).toEqual(['person Sarah Palin'])
  })

  it('leaves companies that are called like offices', () => {
    expect(repaired('General Motors fell', ['General Motors', 'group'])).toEqual(['group General Motors'])
    const office = 'US General Accounting Office'
    expect(repaired(`The ${office} said`, [office, 'group'])).toEqual([`group ${office}`])
  })

  it('parts names that commas list, and leaves commas that belong to a name', () => {
    expect(repaired('Subs: Rowe, Chater, White', ['Rowe, Chater, White', 'person'])).toEqual([
      'person Rowe',
      'person Chater',
      'person White',
    ])
    expect(repaired('Sammy Davis, Jr. sang', ['Sammy Davis, Jr.', 'person'])).toEqual(['person Sammy Davis, Jr.'])
  })

  it('drops an office without its holder', () => {
    expect(repaired('the Syrian Ambassador left', ['Syrian Ambassador', 'group'])).toEqual([])
  })

  it('ends a name at a bracket and at a dash', () => {
    expect(repaired('Jabhat Nusra [Fatah left', ['Jabhat Nusra [Fatah', 'group'])).toEqual(['group Jabhat Nusra'])
    expect(repaired('Britain -- Ban said', ['Britain -- Ban', 'person'])).toEqual(['person Britain', 'person Ban'])
  })

  it('gives a name that swallowed a clause back to the name that stands in it', () => {
    const text = 'Relief Coordinator Stephen Brien will brief all. Stephen Brien left.'
    const whole = 'Relief Coordinator Stephen Brien will brief all'
    const second = {
      start: text.lastIndexOf('Stephen'),
      end: text.lastIndexOf('Stephen') + 13,
      type: 'person' as const,
    }
    const names = repairNames(text, [{ start: 0, end: whole.length, type: 'group' }, second], [], words)
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(['Stephen Brien', 'Stephen Brien'])
  })
})
