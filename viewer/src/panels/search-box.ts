import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { type Found, Search } from '../model/search.ts'
import type { Story } from '../model/story.ts'
import { typeMark } from './type-mark.ts'
import { count } from './words.ts'

/** A search field with suggestions, after the combobox pattern of the ARIA Authoring Practices. */
export function mountSearch(app: App, root: HTMLElement): void {
  let story: Story | null = null
  let search: Search | null = null
  let found: Found[] = []
  let active = -1
  const list = h('ul', { id: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions', hidden: true })
  const field = h('input', {
    type: 'search',
    id: 'query',
    placeholder: 'Find a person, state, group …',
    'aria-label': 'Find an actor by any of its names',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => suggest(),
    onkeydown: (event: KeyboardEvent) => onKey(event),
    onblur: () => setTimeout(close, 150),
  })
  root.append(field, list, h('kbd', { 'aria-hidden': 'true' }, '/'))
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return
    event.preventDefault()
    field.focus()
  })

  function suggest(): void {
    if (search === null || story !== app.story) {
      story = app.story
      search = new Search(app.story)
    }
    found = search.find(field.value, 9)
    active = found.length > 0 ? 0 : -1
    paint()
    if (field.value.trim() !== '')
      app.announce(found.length === 0 ? 'Nobody of that name' : count(found.length, 'suggestion'))
  }

  function paint(): void {
    const open = field.value.trim() !== ''
    list.hidden = !open
    field.setAttribute('aria-expanded', String(open))
    list.replaceChildren(
      ...found.map(({ index, alias }, order) => {
        const actor = app.story.actors[index]!
        return h(
          'li',
          {
            id: `suggestion-${order}`,
            role: 'option',
            'aria-selected': String(order === active),
            onpointerdown: (event: Event) => {
              event.preventDefault()
              choose(order)
            },
          },
          typeMark(actor.type, app.palette.types[actor.type]),
          h('span', {}, actor.label),
          alias === actor.label ? null : h('span', { class: 'alias' }, alias),
        )
      }),
    )
    if (open && found.length === 0)
      list.append(
        h(
          'li',
          { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
          `No actor is named “${field.value.trim()}” in these articles.`,
        ),
      )
    if (active >= 0) field.setAttribute('aria-activedescendant', `suggestion-${active}`)
    else field.removeAttribute('aria-activedescendant')
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) active = (active + step + found.length) % found.length
      paint()
    } else if (event.key === 'Enter' && active >= 0) choose(active)
    else if (event.key === 'Escape') {
      field.value = ''
      found = []
      close()
    }
  }

  function choose(order: number): void {
    const actor = app.story.actors[found[order]?.index ?? -1]
    if (actor === undefined) return
    field.value = ''
    found = []
    close()
    app.select({ kind: 'actor', key: actor.key })
  }

  function close(): void {
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
}
