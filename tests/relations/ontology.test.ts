import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ontology, relationsWith } from './read-marked.ts'

describe.each(ontology.rows.map(row => [row.predicate, row] as const))('%s', (predicate, row) => {
  if (row.examples.length === 0) test.skip('is made elsewhere', () => undefined)
  else {
    test.each(row.examples.map(({ text, gives }) => [text, gives] as const))('%s', (text, gives) => {
      expect(relationsWith(predicate, text).sort()).toEqual([...gives].sort())
    })
  }
})

test('every file of the ontology is listed, and the other way round', () => {
  const files = readdirSync(new URL('../../src/data/ontology', import.meta.url)).filter(
    name => name !== 'index.json' && name !== 'grammar.json',
  )
  expect(files.map(name => name.replace('.json', '')).sort()).toEqual(ontology.rows.map(row => row.predicate).sort())
})
