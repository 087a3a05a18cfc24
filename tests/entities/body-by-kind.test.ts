import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

/** Each entity's mentions, joined. */
function chainsOf(text: string): string[] {
  const cleaned = clean({ id: 'test', text })
  const article = { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
  const { entities, mentions } = findEntities(article, resources)
  return entities.map(({ id }) =>
    mentions
      .filter(({ entity }) => entity === id)
      .map(({ start, end }) => text.slice(start, end))
      .join(' | '),
  )
}

describe('bodies of states called by their kind', () => {
  it('are those named before', () => {
    expect(chainsOf('NATO will meet next week. The alliance may send troops.')).toContain('NATO | The alliance')
    expect(chainsOf('The European Union froze aid. Hungary joined the bloc in 2004.')).toContain(
      'European Union | the bloc',
    )
  })

  it('are none where the name of another says the kind, or nobody was named', () => {
    expect(chainsOf('The Northern Alliance took the town. NATO watched the alliance.')).toContain('NATO')
    expect(chainsOf('The bloc of flats fell.')).toEqual([])
  })
})

it('takes state television for a body and not for a name "State"', () => {
  expect(chainsOf('State television said that he had left.')).toEqual(['State television'])
})

describe('long names of bodies', () => {
  it('are what their acronyms in brackets mean, in another language too', () => {
    expect(
      chainsOf('The Transitional Military Council (CMT) has done little so far, people say. The CMT met on Friday.'),
    ).toContain('Transitional Military Council | CMT | CMT')
  })

  it('are no headline where they fill a sentence', () => {
    expect(chainsOf('The International Committee of the Red Cross and the World Food Programme helped.')).toContain(
      'International Committee of the Red Cross',
    )
  })

  it('are put together where a tagger parts them', () => {
    expect(
      chainsOf('The Organization for Security and Co-operation in Europe sent monitors there early in the week.'),
    ).toContain('Organization for Security and Co-operation in Europe')
    expect(chainsOf('He joined the Movement for the Emancipation of the Niger Delta in 2006.')).toContain(
      'Movement for the Emancipation of the Niger Delta',
    )
  })
})
