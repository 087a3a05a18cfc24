import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

/** The events of an article, each by the words of its mentions. */
function events(text: string): string[][] {
  const cleaned = clean({ id: 'test', text })
  const article = { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
  const { entities, mentions } = findEntities(article, resources)
  return entities
    .filter(({ type }) => type === 'event')
    .map(({ id }) => mentions.filter(({ entity }) => entity === id).map(({ start, end }) => text.slice(start, end)))
}

const filler = 'Nobody was surprised. The weather was fine.'

describe('two events of one kind', () => {
  it('are one where lead and text take the headline up, and where the later wording is bare', () => {
    expect(
      events('A deal for Osgil\n\nOsgil has signed a deal on Monday. The deal is worth much. The contract pays.'),
    ).toEqual([['A deal for Osgil', 'a deal', 'The deal', 'The contract']])
    expect(events('Osgil won the semi-final. The game was short.')).toEqual([['the semi-final', 'The game']])
  })

  it('are two where an article brings in another', () => {
    const found = events(`Osgil signed an oil deal on Monday. ${filler} The deal is good. Tamar has signed a deal too.`)
    expect(found).toContainEqual(['a deal'])
    expect(events('The rally was loud. Osgil plans another rally.')).toHaveLength(2)
  })

  it('are two where their modifiers, ordinals, years or parties differ', () => {
    expect(events(`He praised the oil deal. ${filler} He praised the mobile deal.`)).toHaveLength(2)
    expect(events(`He won the race. ${filler} She praised the second race.`)).toHaveLength(2)
    expect(events(`He lost the 1892 elections. ${filler} She won the 2015 elections.`)).toHaveLength(2)
    expect(events(`He led the talks with Kenya. ${filler} She led the talks with France.`)).toHaveLength(2)
  })

  it('are two where they are about other things or of other lengths', () => {
    const found = events(`He joined the negotiations for a striker. ${filler} He joined negotiations with an investor.`)
    expect(found).toHaveLength(2)
    expect(events(`He won the 4km race. ${filler} She won the 9km race.`)).toHaveLength(2)
    expect(events(`He signed the $3bn deal. ${filler} He left the mobile deal.`)).toHaveLength(1)
  })

  it('are two where one noun cannot mean the other', () => {
    expect(events('The ban began on Monday. The ruling was read. The verdict was clear.')).toEqual([
      ['The ban'],
      ['The ruling', 'The verdict'],
    ])
    expect(events('They survived the earthquake. They survived the storm.')).toHaveLength(2)
  })

  it('are two where a later one names its sides and is not "the" one', () => {
    const found = events('It was late. Osgil celebrated a victory. They praised their victory over France.')
    expect(found).not.toContainEqual(['a victory', 'their victory over France'])
  })

  it('are one in a war, however it is told', () => {
    expect(events('The rebels agreed to a truce. An agreement was needed. A ceasefire deal held.')).toHaveLength(1)
  })
})
