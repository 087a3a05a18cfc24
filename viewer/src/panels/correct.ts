import type { App } from '../app.ts'
import { h } from '../dom.ts'
import type { Actor } from '../model/story.ts'
import { entityTypes, typeNames } from '../stage/palette.ts'
import type { Edit } from '../state/state.ts'
import { actorPicker } from './actor-picker.ts'
import { choice } from './look.ts'
import { nameOf } from './words.ts'

function add(app: App, edit: Edit): void {
  app.store.set({ edits: [...app.store.get().edits, edit] })
}

/** What a reader can put right about an actor. */
export function correctActor(app: App, actor: Actor): HTMLElement {
  const others = [...new Set([...actor.namings.map(naming => naming.alias), ...actor.aliases])].filter(
    alias => alias !== actor.label,
  )
  const name = h('input', {
    type: 'text',
    value: actor.label,
    'aria-label': 'Name',
    'data-key': 'rename',
    maxlength: 200,
  })
  return h(
    'details',
    { class: 'correct' },
    h('summary', { 'data-key': 'correct' }, 'Correct'),
    h(
      'form',
      {
        onsubmit: (event: Event) => {
          event.preventDefault()
          const label = name.value.trim()
          if (label !== '' && label !== actor.label) add(app, { kind: 'rename', actor: actor.key, label })
        },
      },
      h('label', {}, 'Name ', name),
      h('button', { type: 'submit', class: 'pill' }, 'Rename'),
    ),
    choice(
      'Type',
      'retype',
      actor.type,
      entityTypes.map(type => [type, typeNames[type]] as const),
      type => add(app, { kind: 'type', actor: actor.key, type }),
    ),
    h(
      'div',
      {},
      h('p', {}, 'The same as'),
      actorPicker(app, {
        id: 'merge',
        placeholder: 'Merge with …',
        label: `Merge another actor into ${actor.label}`,
        choose: index => {
          const drop = app.story.actors[index]!.key
          if (drop !== actor.key) add(app, { kind: 'merge', keep: actor.key, drop })
        },
      }),
    ),
    others.length > 0
      ? h(
          'div',
          {},
          h('p', {}, 'Somebody else: split off'),
          h(
            'p',
            { class: 'pills' },
            others.slice(0, 12).map(alias =>
              h(
                'button',
                {
                  type: 'button',
                  class: 'pill',
                  'data-key': `split ${alias}`,
                  onclick: () => add(app, { kind: 'split', actor: actor.key, alias }),
                },
                alias,
              ),
            ),
          ),
        )
      : null,
  )
}

/** Takes a wrong claim out. */
export function dropClaim(app: App, key: string): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'pill',
      'data-key': 'drop',
      onclick: () => {
        app.select(null)
        add(app, { kind: 'drop', claim: key })
      },
    },
    'Wrong: drop this claim',
  )
}

/** The corrections made so far, each of which can be taken back, and their way out of the page. */
export function corrections(app: App, download: () => void): HTMLElement | null {
  const { store, original } = app
  const { edits } = store.get()
  if (edits.length === 0) return null
  const words = (edit: Edit): string => {
    const name = (key: string) => nameOf(original, key)
    if (edit.kind === 'merge') return `${name(edit.drop)} is ${name(edit.keep)}`
    if (edit.kind === 'split') return `“${edit.alias}” is not ${name(edit.actor)}`
    if (edit.kind === 'rename') return `${name(edit.actor)} is called ${edit.label}`
    if (edit.kind === 'type') return `${name(edit.actor)} is a ${edit.type}`
    return `No claim ${edit.claim.replaceAll('|', ' ')}`
  }
  return h(
    'section',
    { class: 'corrections' },
    h('h3', {}, 'Your corrections', h('span', { class: 'count' }, String(edits.length))),
    h(
      'ul',
      {},
      edits.map((edit, order) =>
        h(
          'li',
          {},
          h('span', {}, words(edit)),
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'data-key': `take back ${order}`,
              'aria-label': `Take back: ${words(edit)}`,
              onclick: () => store.set({ edits: edits.filter((_, index) => index !== order) }),
            },
            'take back',
          ),
        ),
      ),
    ),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', class: 'pill', 'data-key': 'judgements', onclick: download },
        'Download judgements.json',
      ),
    ),
    h(
      'p',
      { class: 'note' },
      'Lay it into the folder of the graph and build again: your corrections hold from then on. Until then they stay with this page’s link and its downloads.',
    ),
  )
}
