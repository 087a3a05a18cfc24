import type { Corpus, Span } from '../types.ts'

/** How many UTF-16 units of articles a page carries unless told otherwise: a page that mails and opens with ease. */
export const PAGE_ARTICLES_LIMIT = 4_000_000

interface PageStatement {
  speaker: string | null
  cue: Span | null
  content: readonly Span[]
}

/**
 * The articles with what was found in them, as JSON for the page's article reader:
 * `{"documents":[{"id","text","title","outlet","published","url","mentions":[[start,end,entity]…],"statements":[{"speaker","cue","content"}…]}]}`.
 *
 * @param limit most UTF-16 units of text; articles beyond it, in the corpus's order, are left out, and the page shows
 *   their evidence sentences only
 */
export function articlesBlock(corpus: Corpus, limit: number = PAGE_ARTICLES_LIMIT): string {
  const mentions = new Map<string, [number, number, string][]>()
  for (const { id, mentions: places } of corpus.entities)
    for (const { doc, start, end } of places) gather(mentions, doc, [start, end, id])
  const statements = new Map<string, PageStatement[]>()
  for (const { evidence, speaker, cue, content } of corpus.statements)
    gather(statements, evidence.doc, { speaker, cue, content })
  let left = limit
  const documents = []
  for (const { id, text, title, outlet, published, url } of corpus.documents) {
    left -= text.length
    if (left < 0) break
    documents.push({
      id,
      text,
      title,
      outlet,
      published,
      url,
      mentions: (mentions.get(id) ?? []).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
      statements: statements.get(id) ?? [],
    })
  }
  return JSON.stringify({ documents })
}

function gather<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
