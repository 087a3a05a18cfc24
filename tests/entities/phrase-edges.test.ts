import { expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

function namesOf(text: string): string[] {
  const cleaned = clean({ id: 'test', text })
  const article = { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
  return findEntities(article, resources).entities.map(({ name }) => name)
}

it('begins a counted crowd with its number', () => {
  expect(namesOf('At least 15 people were abducted.')).toEqual(['15 people'])
})

it('ends the words of an event behind the whole of a hyphenated name', () => {
  expect(namesOf('Talks with Frank-Walter Steinmeier failed.')).toContain('talks with Frank-Walter Steinmeier')
})

it('takes no force that is used for anybody', () => {
  expect(namesOf('Russia urged them to stop the use of force.')).toEqual(['Russia'])
})
