import type { App } from '../app.ts'
import { h, isSafeUrl } from '../dom.ts'
import type { ArticleText } from '../model/story.ts'
import { type Mark, markedText } from './marked-text.ts'
import { dayInWords, nameOf } from './words.ts'

/** The whole article with its mentions and statements marked, open at the sentence that was asked for. */
export function articlePanel(app: App, article: ArticleText, at: { start: number; end: number }): HTMLElement {
  const marks: Mark[] = [
    ...(at.end > at.start ? [{ span: [at.start, at.end] as const, kind: 'here' as const }] : []),
    ...article.statements.flatMap(statement => {
      const title =
        statement.speaker === null ? 'Said by somebody unnamed' : `Said by ${nameOf(app.story, statement.speaker)}`
      return [
        ...statement.content.map(span => ({ span, kind: 'quote' as const, title })),
        ...(statement.cue ? [{ span: statement.cue, kind: 'cue' as const }] : []),
      ]
    }),
    ...article.mentions
      .filter(([, , key]) => app.story.actorIndex.has(key))
      .map(([start, end, key]) => ({
        span: [start, end] as const,
        kind: 'mention' as const,
        title: nameOf(app.story, key),
        open: () => app.select({ kind: 'actor', key }),
      })),
  ]
  const paragraphs: HTMLElement[] = []
  for (const match of article.text.matchAll(/[^\n]+/g)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const here = marks
      .filter(({ span }) => span[0] < end && span[1] > start)
      .map(mark => ({
        ...mark,
        span: [Math.max(start, mark.span[0]), Math.min(end, mark.span[1])] as const,
      }))
    if (match[0].trim() !== '') paragraphs.push(h('p', {}, markedText(match[0], start, here)))
  }
  const published = article.published?.slice(0, 10)
  return h(
    'article',
    { class: 'panel reader' },
    h(
      'p',
      { class: 'kicker' },
      [article.outlet, published ? dayInWords(published) : null].filter(Boolean).join(' · ') || 'Article',
    ),
    h('h2', {}, article.title ?? article.id),
    article.url !== null && isSafeUrl(article.url)
      ? h(
          'p',
          { class: 'ways' },
          h('a', { href: article.url, target: '_blank', rel: 'noopener noreferrer' }, 'Original ↗'),
        )
      : null,
    h(
      'p',
      { class: 'key' },
      h('mark', { class: 'mark-mention' }, 'actor'),
      ' ',
      h('mark', { class: 'mark-quote' }, 'statement'),
      ' ',
      h('mark', { class: 'mark-here' }, 'evidence'),
    ),
    h('div', { class: 'text' }, paragraphs),
  )
}
