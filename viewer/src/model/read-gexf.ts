import { readGraph, UnreadableGraph } from './read-graph.ts'
import type { Story } from './story.ts'

const numbers = new Set(['mentions', 'community', 'pagerank', 'betweenness', 'x', 'y', 'size'])
const lists = new Set(['aliases', 'roles', 'outlets', 'asserted_by'])

/**
 * Reads GEXF of any version: what hearsay wrote, and what else has labels and places. GEXF holds no evidence.
 *
 * @throws UnreadableGraph if it is no GEXF
 */
export function readGexf(text: string): Story {
  const page = new DOMParser().parseFromString(text, 'application/xml')
  if (page.getElementsByTagName('parsererror').length > 0) throw new UnreadableGraph('it is not well-formed XML')
  if (page.documentElement.localName !== 'gexf') throw new UnreadableGraph('it is XML, but no GEXF')
  const names = attributeNames(page)
  return readGraph({
    nodes: [...page.getElementsByTagNameNS('*', 'node')].map(node => ({
      key: node.getAttribute('id') ?? '',
      attributes: { label: node.getAttribute('label'), ...values(node, names.node), ...looks(node) },
    })),
    edges: [...page.getElementsByTagNameNS('*', 'edge')].map(edge => {
      const attributes = values(edge, names.edge)
      const from = (name: string) => edge.getAttribute(name)
      return {
        key: from('id') ?? '',
        source: from('source') ?? '',
        target: from('target') ?? '',
        attributes: {
          ...attributes,
          kind: attributes.relation ?? from('kind') ?? from('label') ?? from('type'),
          label: from('label') ?? attributes.relation,
          negated: attributes.negated === 'true',
          ...looks(edge),
        },
      }
    }),
  })
}

function attributeNames(page: Document): Record<'node' | 'edge', Map<string, string>> {
  const names = { node: new Map<string, string>(), edge: new Map<string, string>() }
  for (const group of page.getElementsByTagNameNS('*', 'attributes')) {
    const owner = group.getAttribute('class') === 'edge' ? names.edge : names.node
    for (const attribute of group.getElementsByTagNameNS('*', 'attribute'))
      owner.set(attribute.getAttribute('id') ?? '', attribute.getAttribute('title') ?? '')
  }
  return names
}

function values(element: Element, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const attributes = new Map<string, unknown>()
  for (const value of element.getElementsByTagNameNS('*', 'attvalue')) {
    const id = value.getAttribute('for') ?? value.getAttribute('id') ?? ''
    const name = names.get(id) || id
    const text = value.getAttribute('value') ?? ''
    attributes.set(name, numbers.has(name) ? Number(text) : lists.has(name) ? text.split('; ').filter(Boolean) : text)
  }
  return Object.fromEntries(attributes)
}

function looks(element: Element): Record<string, unknown> {
  const of = (name: string) => element.getElementsByTagNameNS('*', name)[0]
  const [position, color] = [of('position'), of('color')]
  const number = (owner: Element | undefined, name: string) => Number(owner?.getAttribute(name) ?? Number.NaN)
  const channels = ['r', 'g', 'b'].map(name => number(color, name))
  return {
    ...(position && { x: number(position, 'x'), y: number(position, 'y') }),
    ...(channels.every(channel => channel >= 0 && channel <= 255) && {
      color: `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`,
    }),
  }
}
