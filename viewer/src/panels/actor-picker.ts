import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { type Found, Search } from '../model/search.ts'
import type { Story } from '../model/story.ts'
import { typeMark } from './type-mark.ts'
import { count } from './words.ts'

interface Picker {
  readonly id: string
  readonly placeholder: string
  readonly label: string
  choose(index: number): void
}

let searched: { story: Story; search: Search } | null = null

function searchOf(story: Story): Search {
  if (searched?.story !== story) searched = { story, search: new Search(story) }
  return searched.search
}

/** A field that finds an actor by any of its names, after the combobox pattern of the ARIA Authoring Practices. */
export function actorPicker(app: App, { id, placeholder, label, choose }: Picker): HTMLElement {
  let found: Found[] = []
  let active = -1
  const listId = `${id}-suggestions`
  const list = h('ul', { id: listId, class: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions', hidden: true })
  const field = h('input', {
    type: 'search',
    id,
    'data-key': id,
    placeholder,
    'aria-label': label,
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: suggest,
    onkeydown: onKey,
    onblur: () => setTimeout(close, 150),
  })

  function suggest(): void {
    found = searchOf(app.story).find(field.value, 9)
    active = found.length > 0 ? 0 : -1
    paint()
    if (field.value.trim() !== '')
      app.announce(found.length === 0 ? 'Nobody of that name' : count(found.length, 'suggestion'))
  }

  function paint(): void {
    const open = field.value.trim() !== ''
    list.hidden = !open
    field.setAttribute('aria-expanded', String(open))
    list.replaceChildren(...found.map(suggestion))
    if (open && found.length === 0)
      list.append(
        h(
          'li',
          { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
          `No actor here is named “${field.value.trim()}”.`,
        ),
      )
    if (active >= 0) field.setAttribute('aria-activedescendant', `${listId}-${active}`)
    else field.removeAttribute('aria-activedescendant')
  }

  function suggestion({ index, alias }: Found, order: number): HTMLElement {
    const actor = app.story.actors[index]!
    return h(
      'li',
      {
        id: `${listId}-${order}`,
        role: 'option',
        'aria-selected': String(order === active),
        onpointerdown: (event: Event) => {
          event.preventDefault()
          take(order)
        },
      },
      typeMark(actor.type, app.palette.types[actor.type]),
      h('span', {}, actor.label),
      alias === actor.label ? null : h('span', { class: 'alias' }, alias),
    )
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) active = (active + step + found.length) % found.length
      paint()
    } else if (event.key === 'Enter' && active >= 0) take(active)
    else if (event.key === 'Escape' && field.value !== '') {
      event.stopPropagation()
      event.preventDefault()
      field.value = ''
      found = []
      close()
    }
  }

  function take(order: number): void {
    const index = found[order]?.index
    if (index === undefined) return
    field.value = ''
    found = []
    close()
    choose(index)
  }

  function close(): void {
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }

  return h('div', { class: 'picker' }, field, list)
}

/** The page's own search, at hand with the key `/`. */
export function mountSearch(app: App, root: HTMLElement): void {
  const picker = actorPicker(app, {
    id: 'query',
    placeholder: 'Find a person, state, group …',
    label: 'Find an actor by any of its names',
    choose: index => app.select({ kind: 'actor', key: app.story.actors[index]!.key }),
  })
  picker.append(h('kbd', { 'aria-hidden': 'true' }, '/'))
  root.append(picker)
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), textarea')
    if (event.key !== '/' || typing) return
    event.preventDefault()
    picker.querySelector('input')?.focus()
  })
}
