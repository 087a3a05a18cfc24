import type { App } from '../app.ts'
import { h, isSafeUrl } from '../dom.ts'
import type { Claim, Piece } from '../model/story.ts'
import { type Mark, markedText } from './marked-text.ts'
import { capitalised, dayInWords, modalityNames, nameOf, sourceOf } from './words.ts'

/** One evidence sentence: its words with the actors, the predicate and the quotation marked, and who stands behind it. */
export function evidence(app: App, claim: Claim, piece: Piece): HTMLElement {
  const { story } = app
  const marks: Mark[] = [
    ...piece.quote.map(span => ({ span, kind: 'quote' as const })),
    ...(piece.subject ? [{ span: piece.subject, kind: 'subject' as const }] : []),
    ...(piece.object ? [{ span: piece.object, kind: 'object' as const }] : []),
    ...(piece.trigger ? [{ span: piece.trigger, kind: 'trigger' as const }] : []),
  ]
  const speaker = piece.speaker
  const isSpeech = claim.category === 'speech'
  const how = [
    claim.negated ? 'in the negative' : null,
    piece.modality === 'actual' ? null : modalityNames[piece.modality],
    piece.time === null ? null : `of ${piece.time.split('/').map(dayInWords).join(' to ')}`,
  ].filter(part => part !== null)
  const standing =
    speaker !== null
      ? ['according to ', openActor(app, speaker)]
      : isSpeech
        ? ['reported by the article']
        : ['in the article’s own words']
  return h(
    'li',
    { class: 'evidence' },
    piece.text === ''
      ? h('p', { class: 'note' }, 'This file gives no sentence for the claim.')
      : h('blockquote', {}, markedText(piece.text, piece.span[0], marks)),
    h(
      'p',
      { class: 'source' },
      h('strong', {}, sourceOf(piece)),
      piece.day === null ? null : [' · ', h('time', { datetime: piece.day }, dayInWords(piece.day))],
    ),
    h(
      'p',
      { class: 'standing' },
      capitalised(String(standing[0])),
      ...standing.slice(1),
      how.length > 0 ? `; ${how.join(', ')}` : '',
    ),
    h(
      'p',
      { class: 'ways' },
      story.articles.has(piece.doc)
        ? h(
            'button',
            { type: 'button', class: 'link', onclick: () => app.read(piece.doc, piece.span[0], piece.span[1]) },
            'Read in the article',
          )
        : null,
      piece.url !== null && isSafeUrl(piece.url)
        ? h('a', { href: piece.url, target: '_blank', rel: 'noopener noreferrer' }, 'Original ↗')
        : null,
    ),
  )
}

/** An actor's name as a button that opens it. */
export function openActor(app: App, key: string): HTMLElement {
  const index = app.story.actorIndex.get(key)
  const name = nameOf(app.story, key)
  if (index === undefined) return h('span', {}, name)
  return h(
    'button',
    {
      type: 'button',
      class: 'actor',
      onclick: () => app.select({ kind: 'actor', key }),
      onpointerenter: () => app.hoverActor(index),
      onpointerleave: () => app.hoverActor(null),
    },
    name,
  )
}
