import { Parser } from 'htmlparser2'
import { HearsayError } from '../../errors.ts'

export interface XmlElement {
  /** With its prefix, lower-case: `content:encoded`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** Deeper than any feed, package or office document. */
const DEEPEST = 200

/**
 * The elements of an XML document under one nameless root. Broken XML is read as far as it goes.
 *
 * @throws HearsayError `read/too-deep` for nesting that no real document has
 */
export function parseXml(name: string, source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (open.length > DEEPEST)
          throw new HearsayError(
            'read/too-deep',
            name,
            `nests deeper than ${DEEPEST} elements`,
            'Leave it out: no article needs that',
          )
        const element: XmlElement = { name: tag.toLowerCase(), attributes, children: [] }
        open.at(-1)!.children.push(element)
        open.push(element)
      },
      ontext: text => {
        open.at(-1)!.children.push(text)
      },
      onclosetag: () => {
        open.pop()
      },
    },
    { xmlMode: true },
  )
  parser.write(source)
  parser.end()
  return root
}

/** All elements of one of the names, at any depth, in document order. */
export function findAll(element: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (node: XmlElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (names.includes(child.name)) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

export function textOf(element: XmlElement | undefined): string {
  if (!element) return ''
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The text of the first child of that name that has one. */
export function childText(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = textOf(childNamed(element, name)).trim()
    if (text !== '') return text
  }
  return undefined
}
