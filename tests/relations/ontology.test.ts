import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ontology, relationsWith } from './read-marked.ts'

// A row without examples is one that no trigger makes: `said` edges are made of statements.
const exemplified = ontology.rows.filter(row => row.examples.length > 0)

describe.each(exemplified.map(row => [row.predicate, row] as const))('%s', (predicate, row) => {
  test.each(row.examples.map(({ text, gives }) => [text, gives] as const))('%s', (text, gives) => {
    expect(relationsWith(predicate, text).sort()).toEqual([...gives].sort())
  })
})

test('only what is made of statements has no examples', () => {
  expect(ontology.rows.filter(row => !exemplified.includes(row)).map(row => row.predicate)).toEqual(['said'])
})

test('every file of the ontology is listed, and the other way round', () => {
  const files = readdirSync(new URL('../../src/data/ontology', import.meta.url)).filter(
    name => name !== 'index.json' && name !== 'grammar.json',
  )
  expect(files.map(name => name.replace('.json', '')).sort()).toEqual(ontology.rows.map(row => row.predicate).sort())
})
