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
