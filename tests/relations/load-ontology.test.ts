import { expect, test } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { HearsayError } from '../../src/errors.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { categoryOf, loadOntology } from '../../src/relations/load-ontology.ts'
import { markedArticle } from '../support/marked-article.ts'

const row = {
  predicate: 'painted',
  label: 'painted',
  category: 'art',
  meaning: 'The subject makes a picture of the object.',
  cameo: '',
  plover: '',
  subject: 'person',
  object: 'person place',
  triggers: [{ verbs: 'paint, portray', reason: 'The plain verbs.' }],
  reason: 'Art history.',
  examples: [],
}

const problemOf = (extra: unknown): HearsayError => {
  try {
    loadOntology(openDataFiles, [extra])
  } catch (error) {
    if (error instanceof HearsayError) return error
    throw error
  }
  throw new Error('loaded')
}

test('a row of the user adds a predicate without code', () => {
  const ontology = loadOntology(openDataFiles, [{ file: 'mine/painted.json', row }])
  const { article, entities, mentions } = markedArticle('[Berta Morel:person] painted [Kesh:place].')
  const found = findRelations(article, entities, mentions, [], ontology)
  expect(found.map(({ subject, predicate, object }) => [subject, predicate, object])).toEqual([['e1', 'painted', 'e2']])
  expect(categoryOf(ontology).get('painted')).toEqual({ category: 'art', label: 'painted', cameo: null })
})

test('a row of the user replaces the shipped row of the same name', () => {
  const ontology = loadOntology(openDataFiles, [{ ...row, predicate: 'attacked', label: 'assailed' }])
  expect(categoryOf(ontology).get('attacked')?.label).toBe('assailed')
  expect(ontology.triggers.get('shell')?.some(trigger => trigger.row.predicate === 'attacked') ?? false).toBe(false)
})

test('a bad key is named with its file', () => {
  const error = problemOf({ file: 'mine/painted.json', row: { ...row, colour: 'red' } })
  expect(error.code).toBe('ontology/invalid')
  expect(error.subject).toBe('mine/painted.json')
  expect(error.message).toContain('colour')
  expect(error.hint).toContain('docs/ontology.md')
})

test.each([
  [{ ...row, subject: 'robot' }, 'subject'],
  [{ ...row, cameo: 'x1' }, 'cameo'],
  [{ ...row, triggers: [{ verbs: 'paint' }] }, 'triggers.0.reason'],
  [{ ...row, triggers: [{ verbs: 'paint', nouns: 'painting', reason: 'Both.' }] }, 'exactly one of'],
  [{ ...row, predicate: 'Has Space' }, 'predicate'],
  [null, 'ontology row 1'],
])('tells what is wrong with %j', (bad, named) => {
  expect(problemOf(bad).message).toContain(named)
})

test('every shipped predicate has a category and a label', () => {
  for (const [, { category, label }] of categoryOf(loadOntology(openDataFiles))) {
    expect(category).not.toBe('')
    expect(label).not.toBe('')
  }
})
