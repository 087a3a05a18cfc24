import { type Brought, bring, CannotBring } from '../bring.ts'
import { h, place } from '../dom.ts'

/** The button, the drop and the dialog by which a reader brings files of his own. */
export function mountBring(open: (story: Brought['story']) => void): HTMLElement {
  const dialog = place<HTMLDialogElement>('dialog')
  const input = h('input', {
    type: 'file',
    multiple: true,
    accept: '.json,.gexf,.txt,.md,.html,.htm,.pdf,.ndjson,.jsonl,.csv',
    class: 'unseen',
    tabindex: -1,
    'aria-label': 'Files to open',
    onchange: () => void take([...(input.files ?? [])]),
  })
  document.body.append(input)

  async function take(files: readonly File[]): Promise<void> {
    input.value = ''
    const bar = h('progress', { max: 1, value: 0, 'aria-label': 'Progress' })
    const doing = h('p', { role: 'status' }, 'Opening …')
    show('Reading on this machine', doing, bar)
    try {
      const { story, failures } = await bring(files, (share, words) => {
        bar.value = share
        doing.textContent = `${words} …`
      })
      open(story)
      if (failures.length === 0) dialog.close()
      else show('Not everything could be read', list(failures), close())
    } catch (error) {
      const message = error instanceof CannotBring ? error.message : `The files cannot be read (${error}).`
      show('This cannot be shown', h('p', { role: 'alert' }, message), close())
    }
  }

  function show(title: string, ...content: HTMLElement[]): void {
    dialog.replaceChildren(h('h2', { id: 'dialog-title' }, title), ...content)
    dialog.setAttribute('aria-labelledby', 'dialog-title')
    if (!dialog.open) dialog.showModal()
  }

  function close(): HTMLElement {
    return h(
      'p',
      {},
      h('button', { type: 'button', class: 'pill', autofocus: true, onclick: () => dialog.close() }, 'Close'),
    )
  }

  listen(files => void take(files))
  return h(
    'button',
    {
      type: 'button',
      'data-key': 'open',
      title: 'A graph or articles; they stay on this machine',
      onclick: () => input.click(),
    },
    'Open …',
  )
}

function list(lines: readonly string[]): HTMLElement {
  return h(
    'ul',
    { class: 'failures' },
    lines.slice(0, 50).map(line => h('li', {}, line)),
  )
}

function listen(take: (files: readonly File[]) => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  document.addEventListener('dragover', event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    document.body.classList.add('dropping')
  })
  document.addEventListener('dragleave', event => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping')
  })
  document.addEventListener('drop', event => {
    document.body.classList.remove('dropping')
    if (!holdsFiles(event)) return
    event.preventDefault()
    take([...(event.dataTransfer?.files ?? [])])
  })
}
