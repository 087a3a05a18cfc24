import type { Corpus, Document, ResolvedStatement, Span } from '../types.ts'

/** How many UTF-16 units of articles a page carries unless told otherwise: a page that mails and opens with ease. */
export const PAGE_ARTICLES_LIMIT = 4_000_000

/**
 * Gathers the articles with what was found in them, as JSON for the page's article reader:
 * `{"documents":[{"id","text","title","outlet","published","url","mentions":[[start,end,entity]…],"statements":[{"speaker","cue","content"}…]}]}`.
 */
export class ArticlesBlock {
  readonly #documents: string[] = []
  #left: number

  /**
   * @param limit most UTF-16 units of text; articles beyond it, in the order of adding, are left out, and the page shows
   *   their evidence sentences only
   */
  constructor(limit: number = PAGE_ARTICLES_LIMIT) {
    this.#left = limit
  }

  add(
    { id, text, title, outlet, published, url }: Document,
    statements: readonly ResolvedStatement[],
    mentions: ReadonlyMap<string, readonly Span[]>,
  ): void {
    if (this.#left < 0) return
    this.#left -= text.length
    if (this.#left < 0) return
    const places: [number, number, string][] = []
    for (const [entity, spans] of mentions) for (const [start, end] of spans) places.push([start, end, entity])
    this.#documents.push(
      JSON.stringify({
        id,
        text,
        title,
        outlet,
        published,
        url,
        mentions: places.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)),
        statements: statements.map(({ speaker, cue, content }) => ({ speaker, cue, content })),
      }),
    )
  }

  toString(): string {
    return `{"documents":[${this.#documents.join(',')}]}`
  }
}

/** The {@link ArticlesBlock} of a corpus in memory. */
export function articlesBlock(corpus: Corpus, limit: number = PAGE_ARTICLES_LIMIT): string {
  const mentions = new Map<string, Map<string, Span[]>>()
  for (const { id, mentions: places } of corpus.entities) {
    for (const { doc, start, end } of places) {
      let own = mentions.get(doc)
      if (own === undefined) mentions.set(doc, (own = new Map()))
      const spans = own.get(id)
      if (spans) spans.push([start, end])
      else own.set(id, [[start, end]])
    }
  }
  const statements = new Map<string, ResolvedStatement[]>()
  for (const statement of corpus.statements) {
    const own = statements.get(statement.evidence.doc)
    if (own) own.push(statement)
    else statements.set(statement.evidence.doc, [statement])
  }
  const block = new ArticlesBlock(limit)
  for (const document of corpus.documents) {
    block.add(document, statements.get(document.id) ?? [], mentions.get(document.id) ?? new Map())
  }
  return block.toString()
}
