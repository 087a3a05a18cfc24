import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Corpus } from '../../src/types.ts'
import { categoryOf, DOCUMENTS, STORY, spanOf } from './story.ts'

const graph = buildGraph(STORY, categoryOf)
const empty: Corpus = { documents: [], entities: [], statements: [], relations: [] }

describe('the edges', () => {
  it('are one a (source, predicate, target, negated), in order of their keys', () => {
    expect(graph.edges()).toEqual([
      'g:calder-lines|attacked|g:dockers-union|not',
      'g:dockers-union|accused|g:calder-lines',
      'g:pelican-club|met_with|g:heron-club',
      'p:ines-varga|accused|s:veldania',
      'p:ines-varga|said|e:merrow-accord',
      'p:ines-varga|said|g:calder-lines',
      'p:ines-varga|told|g:reporters',
      'p:otto-brandt|leads|s:veldania',
      'p:otto-brandt|said|g:calder-lines',
      's:veldania|negotiated_with|g:dockers-union',
      's:veldania|supported|g:calder-lines',
    ])
  })

  it('gather the evidence of all documents', () => {
    const { evidence, ...rest } = graph.getEdgeAttributes('g:dockers-union|accused|g:calder-lines')
    expect(rest).toEqual({
      kind: 'accused',
      label: 'accused',
      category: 'speech',
      weight: 2,
      negated: false,
      modality: 'actual',
      asserted_by: ['p:ines-varga'],
      own_voice: 1,
      outlets: ['Radio Meridian', 'The Tidewater Gazette'],
      documents: 2,
      articles: 2,
      independent_sources: 2,
      first_seen: '2031-03-02',
      last_seen: '2031-03-05',
      cameo: '112',
      color: '#a3adb8',
    })
    expect(evidence.map(({ id }) => id)).toEqual(['r1', 'r8'])
  })

  it('point at the words: sentence, trigger, who, whom', () => {
    const [evidence] = graph.getEdgeAttribute('g:calder-lines|attacked|g:dockers-union|not', 'evidence')
    const text = DOCUMENTS[0]!.text
    expect(text.slice(...evidence!.span)).toBe(evidence!.text)
    expect(evidence).toMatchObject({
      trigger: spanOf('harbour/strike', 'attacked'),
      subject: spanOf('harbour/strike', 'Calder Lines', 1),
      object: spanOf('harbour/strike', 'the union'),
      speaker: 'g:calder-lines',
      negated: true,
    })
  })

  it('of speech hold the quotation', () => {
    const [evidence] = graph.getEdgeAttribute('p:otto-brandt|said|g:calder-lines', 'evidence')
    expect(DOCUMENTS[1]!.text.slice(...evidence!.quote![0]!)).toBe('We support Calder Lines')
  })

  it('do not count a told relation and the statement it repeats twice', () => {
    const told = graph.getEdgeAttributes('p:ines-varga|told|g:reporters')
    expect(told.evidence.map(({ id }) => id)).toEqual(['s1'])
  })

  it('say in words that they are negated', () => {
    expect(graph.getEdgeAttribute('g:calder-lines|attacked|g:dockers-union|not', 'label')).toBe('not attacked')
  })
})

describe('the nodes', () => {
  it('are those that take part in a claim', () => {
    expect(graph.hasNode('l:port-merrow')).toBe(false)
    expect(graph.getAttribute('counts').entities_without_claims).toBe(1)
    expect(buildGraph(STORY, categoryOf, { isolated: true }).getNodeAttribute('l:port-merrow', 'degree')).toBe(0)
  })

  it('sum up what the articles say of them', () => {
    expect(graph.getNodeAttributes('g:dockers-union')).toMatchObject({
      label: "Dockers' Union",
      entity_type: 'group',
      aliases: ['the union'],
      mentions: 3,
      documents: 2,
      independent_sources: 2,
      outlets: ['Radio Meridian', 'The Tidewater Gazette'],
      first_seen: '2031-03-02',
      last_seen: '2031-03-05',
      degree: 3,
    })
    expect(graph.getNodeAttributes('g:heron-club')).toMatchObject({ outlets: [], first_seen: null, last_seen: null })
  })

  it('are alive at least as long as their edges', () => {
    graph.forEachEdge((_edge, { first_seen, last_seen }, _source, _target, source, target) => {
      if (first_seen === null || last_seen === null) return
      for (const node of [source, target]) {
        expect(node.first_seen! <= first_seen && last_seen <= node.last_seen!).toBe(true)
      }
    })
  })

  it('have measures in their ranges', () => {
    let sum = 0
    graph.forEachNode((_node, { pagerank, betweenness }) => {
      sum += pagerank
      expect(betweenness).toBeGreaterThanOrEqual(0)
      expect(betweenness).toBeLessThanOrEqual(1)
    })
    expect(sum).toBeCloseTo(1, 3)
  })

  it('have communities: clubs apart from the harbour', () => {
    const community = (node: string) => graph.getNodeAttribute(node, 'community')
    expect(community('g:pelican-club')).toBe(community('g:heron-club'))
    expect(community('g:pelican-club')).not.toBe(community('g:calder-lines'))
    expect(Math.min(...graph.mapNodes((_node, attributes) => attributes.community))).toBe(0)
  })
})

describe('the whole', () => {
  it('is the same for the same corpus, and does not hang on the order of entities', () => {
    const again = buildGraph({ ...STORY, entities: STORY.entities.toReversed() }, categoryOf)
    expect(JSON.stringify(again.export())).toBe(JSON.stringify(graph.export()))
  })

  it('holds documents without their text', () => {
    expect(graph.getAttribute('documents')).toHaveLength(3)
    expect(JSON.stringify(graph.getAttribute('documents'))).not.toContain('tore it up')
  })

  it('may be empty', () => {
    expect(buildGraph(empty, categoryOf).order).toBe(0)
  })
})
