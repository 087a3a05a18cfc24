import { expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { loadResolveResources, resolve } from '../../src/resolve/resolve.ts'
import type { Span } from '../../src/types.ts'

const resources = loadResolveResources(openDataFiles)

it.each([
  ['"We go," Ana said.', 'We go,', '"We go," Ana said.'],
  ['Ana said: “We go.” Then rain.', 'We go.', 'Ana said: “We go.”'],
  ['Ana said they went, and left.', 'they went', 'Ana said they went'],
  ["'We go', Ana said", 'We go', "'We go', Ana said"],
])('%s is shown with the marks that its content leaves out', async (text, content, shown) => {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const [start, end] = spanOf('Ana')
  const extraction = {
    id: 'a',
    document: { text },
    entities: [{ id: 'e1', type: 'person' as const, name: 'Ana', aliases: ['Ana'], roles: [] }],
    mentions: [{ start, end, type: 'person' as const, kind: 'name' as const, entity: 'e1' }],
    statements: [
      {
        speaker: 'e1',
        source: spanOf('Ana'),
        cue: spanOf('said'),
        content: [spanOf(content)],
        type: 'direct' as const,
        addressee: null,
        about: [],
      },
    ],
    relations: [],
  }
  const { corpus } = await resolve([extraction], { resources })
  expect(corpus.statements[0]!.evidence.text).toBe(shown)
})
