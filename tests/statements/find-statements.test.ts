import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { findStatements } from '../../src/statements/find-statements.ts'
import { loadStatementResources } from '../../src/statements/resources.ts'
import type { Article } from '../../src/types.ts'
import { markedArticle } from '../support/marked-article.ts'

const resources = loadStatementResources(openDataFiles)

describe('findStatements', () => {
  it('reads pull quotes', () => {
    const { article, entities, mentions } = markedArticle('[Marta Lind:person], harbour master')
    const quote = 'We open the harbour.'
    const text = `${quote}\n- ${article.document.text}`
    const moved = mentions.map(m => ({ ...m, start: m.start + quote.length + 3, end: m.end + quote.length + 3 }))
    const pulled: Article = {
      document: { id: 'test', text },
      blocks: [],
      sentences: [],
      pullQuotes: [{ quote: [0, quote.length], name: [quote.length + 3, quote.length + 13], role: null }],
    }
    expect(findStatements(pulled, entities, moved, resources)).toMatchObject([
      { speaker: 'e1', content: [[0, quote.length]], type: 'direct', cue: null },
    ])
  })

  it('never throws, keeps within the text and orders contents, whatever the words', () => {
    const word = fc.constantFrom(
      ...'said says told that according to " “ ” \' , . : - [Oslo:place] [Marta Lind:person] [he:person=Marta Lind] who the harbour opened and but "we go," denied called a farce of as warning their claim \n'.split(
        / /,
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), words => {
        const { article, entities, mentions } = markedArticle(words.join(' '))
        const { length } = article.document.text
        for (const statement of findStatements(article, entities, mentions, resources)) {
          const spans = [...statement.content, statement.source ?? [0, 1], statement.cue ?? [0, 1]]
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(length)
          }
          let last = -1
          for (const [start, end] of statement.content) {
            expect(start).toBeGreaterThan(last)
            last = end
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
