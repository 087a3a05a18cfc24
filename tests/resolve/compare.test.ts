import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { ProfileCollector } from '../../src/resolve/collect.ts'
import { makeComparer } from '../../src/resolve/compare.ts'
import { contextsOf } from '../../src/resolve/context.ts'
import { FormTypes } from '../../src/resolve/forms.ts'
import { loadResolveResources } from '../../src/resolve/resources.ts'
import type { Extraction } from '../../src/types.ts'
import { article, type Cast } from './article.ts'

const resources = loadResolveResources(openDataFiles)

function collect(articles: readonly Extraction[]) {
  const types = new FormTypes()
  for (const each of articles) types.add(each)
  const collector = new ProfileCollector(resources, types)
  for (const each of articles) collector.add(each)
  return collector.finish()
}

/** The comparer of a corpus of two articles, and the first actor of each. */
function pair(a: readonly Cast[], b: readonly Cast[]) {
  const { documents } = collect([article('a', a), article('b', b)])
  const comparer = makeComparer(documents, contextsOf(documents), new Map(), resources)
  const [one, other] = [documents[0]!.profiles[0]!, documents[1]!.profiles[0]!]
  return { compared: comparer.compare(one, other), contradiction: comparer.contradiction(one, other) }
}
const person = (name: string): Cast => ({ type: 'person', words: [name] })
const group = (name: string): Cast => ({ type: 'group', words: [name] })

describe('comparing references', () => {
  it.each([
    ['J. Smith', 'John Smith'],
    ['Bill Clinton', 'William Clinton'],
    ['John Fitzgerald Kennedy', 'John Kennedy'],
    ['Sergei Lavrov', 'Sergey Lavrov'],
  ])('holds %s and %s for one person', (a, b) => {
    const { compared, contradiction } = pair([person(a)], [person(b)])
    expect(compared.score).toBeGreaterThanOrEqual(0.75)
    expect(contradiction).toBeNull()
  })

  it.each([
    ['John Smith', 'Jane Smith'],
    ['George Bush', 'Laura Bush'],
    ['Hillary Clinton', 'Bill Clinton'],
  ])('never joins %s and %s', (a, b) => {
    expect(pair([person(a)], [person(b)]).contradiction).toContain('different given names')
  })

  it.each([
    ['Muammar Gaddafi', 'Muammar Qadhafi', true],
    ['Viktor Yanukovich', 'Viktor Yanukovych', true],
    ['John Marr', 'John Murray', false],
    ['Mike Ford', 'Mike Friday', false],
    ['Michael G Orme', 'Grant Orme', false],
    ['Jim Orme', 'James Orme', true],
  ])('holds %s and %s for one person in like company: %s', (a, b, one) => {
    const company: Cast[] = [{ type: 'place', words: ['Osgil'] }, group('Torvak Council')]
    const { compared } = pair([person(a), ...company], [person(b), ...company])
    expect(compared.score >= resources.threshold).toBe(one)
  })

  it('holds no two towns for one because their consonants are alike', () => {
    const town = (name: string): Cast => ({ type: 'place', words: [name] })
    expect(pair([town('Ashfield')], [town('Sheffield')]).compared.score).toBe(0)
    expect(pair([town('Brighton')], [town('Brixton')]).compared.score).toBe(0)
  })

  it.each([
    ['Boeing', 'Boeing Co'],
    ['European Union', 'EU'],
    ['Ministry of Defence', 'Ministry of Defense'],
  ])('holds %s and %s for one body', (a, b) => {
    expect(pair([group(a)], [group(b)]).compared.score).toBeGreaterThanOrEqual(resources.threshold)
  })

  it.each([
    ['Syrian army', 'Turkish army'],
    ['1st Infantry Division', '3rd Infantry Division'],
    ['Real Osgil', 'Real Torvak'],
    ['Osgil Rovers', 'Torvak Rovers'],
    ['State Environmental Protection Agency', 'Scottish Environment Protection Agency'],
    ['US Senate', 'US Congress'],
  ])('never joins %s and %s', (a, b) => {
    expect(pair([group(a)], [group(b)]).contradiction).not.toBeNull()
  })

  it.each([
    ['Man Utd', 'Manchester United', true],
    ['Osg City', 'Osgil City', true],
    ['Oslo City', 'Osgil City', false],
    ['Man Utd', 'Mandalay Union', false],
  ])('takes %s for %s cut short, in like company: %s', (a, b, one) => {
    const company: Cast[] = [
      { type: 'place', words: ['Torvak'] },
      { type: 'person', words: ['Ann Lee'] },
    ]
    const { compared, contradiction } = pair([group(a), ...company], [group(b), ...company])
    expect(compared.score >= resources.threshold && contradiction === null).toBe(one)
  })

  it('minds no small word in a name', () => {
    const [a, b] = [group('Office for National Statistics'), group('Office of National Statistics')]
    expect(pair([a], [b]).contradiction).toBeNull()
  })

  it('keeps a part of a body from the whole', () => {
    expect(pair([group('United Nations')], [group('United Nations Security Council')]).contradiction).toContain(
      'two bodies',
    )
    const around: Cast[] = [{ type: 'place', words: ['Osgil'] }]
    const { compared } = pair(
      [{ type: 'group', words: ['Osgil Port', 'Osgil Port Committee'] }, ...around],
      [group('Osgil Port Committee'), ...around],
    )
    expect(compared.score).toBeLessThan(resources.threshold)
  })

  it('makes a bare army the army of the country that its article speaks of', () => {
    const forces: Cast = { type: 'group', words: ['government forces'], kind: 'nominal' }
    const army: Cast = { type: 'group', words: ['Kenyan army'], kind: 'nominal' }
    const kenya: Cast = { type: 'state', words: ['Kenya', 'Kenya'] }
    const uganda: Cast = { type: 'state', words: ['Uganda', 'Uganda', 'Uganda', 'Uganda'] }
    expect(pair([forces, uganda], [army, kenya, uganda]).contradiction).toContain('another country')
    expect(pair([forces, kenya], [army, kenya]).contradiction).toBeNull()
    const told: Cast = { type: 'group', words: ['government forces', 'Ugandan military'], kind: 'nominal' }
    expect(pair([told, kenya], [army, kenya]).contradiction).toContain('of different countries')
  })

  it('keeps crowds of different numbers apart', () => {
    const crowd = (words: string): Cast => ({ type: 'group', words: [words], kind: 'nominal' })
    expect(pair([crowd('80 civilians')], [crowd('9,500 civilians')]).contradiction).toBe('of different numbers')
    expect(pair([crowd('80 civilians')], [crowd('civilians')]).contradiction).toBe('of different numbers')
  })

  it('says in words what decided', () => {
    const { why } = pair([person('J. Smith')], [person('John Smith')]).compared
    expect(why).toContain('given names that agree')
  })

  it('counts a rare place for more than one that half the corpus shares', () => {
    const crowd: Cast = { type: 'group', words: ['rebels'], kind: 'nominal' }
    const fillers = Array.from({ length: 40 }, (_, i) => article(`f${i}`, [{ type: 'state', words: ['France'] }]))
    const scoreIn = (place: Cast) => {
      const extractions = [article('a', [crowd, place]), article('b', [crowd, place]), ...fillers]
      const { documents } = collect(extractions)
      const comparer = makeComparer(documents, contextsOf(documents), new Map(), resources)
      return comparer.compare(documents[0]!.profiles[0]!, documents[1]!.profiles[0]!).score
    }
    expect(scoreIn({ type: 'place', words: ['Goma'] })).toBeGreaterThan(scoreIn({ type: 'state', words: ['France'] }))
  })
})
