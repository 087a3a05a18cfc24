type Child = Node | string | number | null | undefined | false
type Handler = (event: never) => void
type Properties = Record<string, string | number | boolean | null | undefined | Handler>

/**
 * Makes an element. Text only ever becomes text nodes, so nothing in a name or a quotation can become markup; an `href`
 * stands only if it is http(s) or within the page.
 *
 * Properties: `on…` adds a listener, `true` gives an empty attribute, null/undefined/false gives none.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  setProperties(element, properties)
  append(element, children)
  return element
}

/** The same for SVG. */
export function svg(tag: string, properties: Properties = {}, ...children: (Child | readonly Child[])[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setProperties(element, properties)
  append(element, children)
  return element
}

function setProperties(element: Element, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (name === 'href' && !isSafeUrl(String(value))) continue
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

function append(element: Element, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children.flat() as Child[])
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child))
}

/** http, https, and places within the page; never `javascript:`, `data:` or `file:`. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|#)/i.test(url)
}

/**
 * Replaces what an element holds, keeping the keyboard's focus (on the element of the same `data-key`) and the scroll.
 */
export function repaint(root: HTMLElement, ...children: Child[]): void {
  const active = document.activeElement
  const key = active instanceof HTMLElement && root.contains(active) ? active.dataset.key : undefined
  const scroll = root.scrollTop
  root.replaceChildren()
  append(root, children)
  root.scrollTop = scroll
  if (key === undefined) return
  for (const element of root.querySelectorAll<HTMLElement>('[data-key]'))
    if (element.dataset.key === key) {
      element.focus({ preventScroll: true })
      return
    }
}

/** The element of the page's own frame with this id. */
export function place<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element as T
}
