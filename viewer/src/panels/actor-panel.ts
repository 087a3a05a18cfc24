import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { groupBy } from '../model/group-by.ts'
import type { Actor, Claim } from '../model/story.ts'
import { typeNames } from '../stage/palette.ts'
import { actorActions } from './actor-actions.ts'
import { correctActor } from './correct.ts'
import { typeMark } from './type-mark.ts'
import { count, daysOf } from './words.ts'

/** All about one actor: names, roles, what it says and does, what is said of it and done to it. */
export function actorPanel(app: App, index: number): HTMLElement {
  const { story, visible, palette } = app
  const actor = story.actors[index]!
  const all = story.claimsOf[index]!.map(claim => story.claims[claim]!)
  const shown = all.filter(claim => visible.claims[story.claimIndex.get(claim.key)!] !== 0)
  const pieces = shown.flatMap(claim => claim.pieces)
  const documents = new Set(pieces.map(piece => piece.doc)).size
  const speech = (claim: Claim) => claim.category === 'speech'
  const out = (claim: Claim) => claim.source === index
  const hidden = all.length - shown.length
  return h(
    'article',
    { class: 'panel' },
    h('p', { class: 'kicker' }, typeMark(actor.type, palette.types[actor.type]), typeNames[actor.type]),
    h('h2', {}, actor.label),
    actor.roles.length > 0 ? h('p', { class: 'roles' }, actor.roles.slice(0, 6).join(' · ')) : null,
    h(
      'p',
      { class: 'facts' },
      [count(actor.mentions, 'mention'), count(documents, 'article'), daysOf(pieces)].filter(Boolean).join(' · '),
    ),
    actorActions(app, actor),
    names(actor),
    group(
      app,
      index,
      'What it says',
      shown.filter(claim => speech(claim) && out(claim)),
    ),
    group(
      app,
      index,
      'What it does',
      shown.filter(claim => !speech(claim) && out(claim)),
    ),
    group(
      app,
      index,
      'What is said of it',
      shown.filter(claim => speech(claim) && !out(claim)),
    ),
    group(
      app,
      index,
      'What is done to it',
      shown.filter(claim => !speech(claim) && !out(claim)),
    ),
    correctActor(app, actor),
    hidden > 0 ? h('p', { class: 'note' }, `${count(hidden, 'more claim')} hidden by the filters.`) : null,
  )
}

function names(actor: Actor): HTMLElement | null {
  const outlets = groupBy(
    actor.namings.filter(naming => naming.outlet !== null),
    naming => naming.outlet!,
  )
  if (outlets.size > 0)
    return h(
      'section',
      {},
      h('h3', {}, 'Named as'),
      h(
        'dl',
        { class: 'namings' },
        [...outlets].flatMap(([outlet, namings]) => [
          h('dt', {}, outlet),
          h('dd', {}, namings.map(naming => `${naming.alias} (${naming.count})`).join(', ')),
        ]),
      ),
    )
  const aliases = actor.aliases.filter(alias => alias !== actor.label)
  if (aliases.length === 0) return null
  return h('section', {}, h('h3', {}, 'Also named'), h('p', { class: 'aliases' }, aliases.join(' · ')))
}

function group(app: App, actor: number, title: string, claims: readonly Claim[]): HTMLElement | null {
  if (claims.length === 0) return null
  const byPredicate = [...groupBy(claims, claim => claim.label)].sort((a, b) => b[1].length - a[1].length)
  return h(
    'section',
    {},
    h('h3', {}, title, h('span', { class: 'count' }, String(claims.length))),
    byPredicate.map(([label, members]) =>
      h(
        'div',
        { class: 'predicate' },
        h('h4', {}, label),
        h(
          'ul',
          {},
          members
            .toSorted((a, b) => weight(app, b) - weight(app, a))
            .map(claim => h('li', {}, claimButton(app, claim, actor))),
        ),
      ),
    ),
  )
}

function weight(app: App, claim: Claim): number {
  return app.visible.weights[app.story.claimIndex.get(claim.key)!] ?? 0
}

/** A claim as a button that opens its evidence; told from one end, it names the other. */
export function claimButton(app: App, claim: Claim, from: number | null): HTMLElement {
  const { story, palette } = app
  const index = story.claimIndex.get(claim.key)!
  const [source, target] = [story.actors[claim.source]!, story.actors[claim.target]!]
  const marked = from === claim.source ? target : source
  const sentences = weight(app, claim)
  return h(
    'button',
    {
      type: 'button',
      class: 'claim',
      'data-key': `claim ${claim.key}`,
      onclick: () => app.select({ kind: 'claim', key: claim.key }),
      onpointerenter: () => app.hoverClaim(index),
      onpointerleave: () => app.hoverClaim(null),
    },
    typeMark(marked.type, palette.types[marked.type]),
    h(
      'span',
      { class: 'words' },
      from === null
        ? [source.label, ' ', h('em', {}, claim.label), ' ', target.label]
        : from === claim.source
          ? [unseen(`${source.label} ${claim.label} `), target.label]
          : [source.label, unseen(` ${claim.label} ${target.label}`)],
    ),
    h('span', { class: 'count' }, String(sentences), unseen(sentences === 1 ? ' sentence' : ' sentences')),
  )
}

/** Words for screen readers where the eye has the heading above. */
function unseen(words: string): HTMLElement {
  return h('span', { class: 'unseen' }, words)
}
