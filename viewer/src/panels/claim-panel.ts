import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { visiblePieces } from '../model/visible.ts'
import { claimButton } from './actor-panel.ts'
import { dropClaim } from './correct.ts'
import { evidence, openActor } from './evidence.ts'
import { capitalised, count, daysOf } from './words.ts'

/** All about one claim: who does what to whom, and every sentence that says so. */
export function claimPanel(app: App, index: number): HTMLElement {
  const { story, store } = app
  const claim = story.claims[index]!
  const pieces = visiblePieces(claim, store.get())
  const outlets = new Set(pieces.flatMap(piece => (piece.outlet === null ? [] : [piece.outlet])))
  const documents = new Set(pieces.map(piece => piece.doc))
  const originals = new Set(pieces.map(piece => piece.original))
  const speakers = [...new Set(pieces.flatMap(piece => (piece.speaker === null ? [] : [piece.speaker])))]
  const own = pieces.filter(piece => piece.speaker === null).length
  const parallel = story.claimsOf[claim.source]!.filter(other => {
    const { source, target } = story.claims[other]!
    return other !== index && (source === claim.target || target === claim.target)
  })
  const hidden = claim.pieces.length - pieces.length
  return h(
    'article',
    { class: 'panel' },
    h('p', { class: 'kicker' }, capitalised(claim.category), claim.cameo ? ` · CAMEO ${claim.cameo}` : ''),
    h(
      'h2',
      { class: 'headline' },
      openActor(app, story.actors[claim.source]!.key),
      ' ',
      h('span', { class: claim.negated ? 'verb negated' : 'verb' }, claim.label),
      ' ',
      openActor(app, story.actors[claim.target]!.key),
    ),
    h(
      'p',
      { class: 'facts' },
      [
        count(pieces.length, 'sentence'),
        outlets.size > 0 ? count(outlets.size, 'outlet') : count(documents.size, 'article'),
        // Copies of one agency's story are one voice, however many print it.
        originals.size < documents.size
          ? `${count(documents.size, 'article')}, ${count(originals.size, 'independent source')}`
          : '',
        daysOf(pieces),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    claim.category !== 'speech' && speakers.length > 0
      ? h(
          'p',
          { class: 'asserted' },
          'Asserted by ',
          speakers.flatMap((speaker, order) => [order > 0 ? ', ' : '', openActor(app, speaker)]),
          own > 0 ? ' and in the articles’ own words' : '; no article says so in its own words',
          '.',
        )
      : null,
    h(
      'ol',
      { class: 'pieces' },
      pieces.map(piece => evidence(app, claim, piece)),
    ),
    h('p', { class: 'actions' }, dropClaim(app, claim.key)),
    hidden > 0 ? h('p', { class: 'note' }, `${count(hidden, 'more sentence')} hidden by the filters.`) : null,
    parallel.length > 0
      ? h(
          'section',
          {},
          h('h3', {}, 'Also between these two'),
          h(
            'ul',
            { class: 'claims' },
            parallel.map(other => h('li', {}, claimButton(app, story.claims[other]!, null))),
          ),
        )
      : null,
  )
}
