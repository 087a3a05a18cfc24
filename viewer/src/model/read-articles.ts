import type { Span } from '../../../src/types.ts'
import type { ArticleText } from './story.ts'
import { asArray, asNumber, asRecord, asSpan, asText, asTextOrNull } from './values.ts'

/** Reads the page's block of article texts; anything that is no article is left out. */
export function readArticles(given: unknown): ReadonlyMap<string, ArticleText> {
  const articles = new Map<string, ArticleText>()
  for (const value of asArray(asRecord(given).documents)) {
    const article = asRecord(value)
    const id = asText(article.id)
    const text = asText(article.text)
    if (id === '' || text === '') continue
    articles.set(id, {
      id,
      text,
      title: asTextOrNull(article.title),
      outlet: asTextOrNull(article.outlet),
      published: asTextOrNull(article.published),
      url: asTextOrNull(article.url),
      mentions: asArray(article.mentions).map(mention => {
        const [start, end, actor] = asArray(mention)
        return [asNumber(start, 0), asNumber(end, 0), asText(actor)] as const
      }),
      statements: asArray(article.statements).map(value => {
        const statement = asRecord(value)
        return {
          speaker: asTextOrNull(statement.speaker),
          cue: asSpan(statement.cue),
          content: asArray(statement.content)
            .map(asSpan)
            .filter((span): span is Span => span !== null),
        }
      }),
    })
  }
  return articles
}
