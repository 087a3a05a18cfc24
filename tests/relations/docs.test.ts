import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ontologyDocs } from '../../scripts/ontology-docs.ts'

test('docs/ontology.md is what the rows say; if not, run npx tsx scripts/ontology-docs.ts', () => {
  expect(readFileSync(new URL('../../docs/ontology.md', import.meta.url), 'utf8')).toBe(ontologyDocs())
})
