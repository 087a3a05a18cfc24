import { MultiDirectedGraph } from 'graphology'
import { bidirectional } from 'graphology-shortest-path/unweighted.js'
import { describe, expect, it } from 'vitest'
import { writeJson } from '../../src/export/json.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { openGraph } from '../../src/query/open-graph.ts'
import { readGraph, readGraphLines } from '../../src/query/read-graph.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const graph = buildGraph(STORY, categoryOf)
const story = openGraph(graph, STORY.statements)
async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}
const keys = (claims: readonly { key: string }[]) => claims.map(({ key }) => key)

describe('find', () => {
  it.each([
    ['Ines Varga', 'p:ines-varga'],
    ['varga', 'p:ines-varga'],
    ['the Union', 'g:dockers-union'],
    ['Prime Minister Brandt', 'p:otto-brandt'],
    ['CALDER', 'g:calder-lines'],
    ['p:otto-brandt', 'p:otto-brandt'],
    ['Velda', 's:veldania'],
    ['Inez Varga', 'p:ines-varga'],
  ])('%s', (name, key) => {
    expect(story.find(name)[0]?.key).toBe(key)
  })

  it('gives the same name first, then its parts', () => {
    expect(story.find('Heron Club').map(({ key, score }) => [key, score])).toEqual([['g:heron-club', 1]])
    expect(story.find('club').map(({ label }) => label)).toEqual(['Heron Club', 'Pelican Club'])
    expect(story.find('club', 1)).toHaveLength(1)
  })

  it('finds nobody for nothing, and nobody for somebody else', () => {
    expect(story.find('')).toEqual([])
    expect(story.find('Zebulon Quist')).toEqual([])
  })
})

describe('an entity', () => {
  it('is known with its claims by predicate', () => {
    expect(story.entity('Veldania')).toMatchObject({
      key: 's:veldania',
      type: 'state',
      documents: 1,
      outlets: ['Radio Meridian'],
      claims: [
        { predicate: 'accused', out: 0, in: 1 },
        { predicate: 'leads', out: 0, in: 1 },
        { predicate: 'negotiated_with', out: 1, in: 0 },
        { predicate: 'supported', out: 1, in: 0 },
      ],
    })
  })

  it('that nobody knows is an error that says whom it may have meant', () => {
    expect(() => story.entity('Veldanya')).toThrow(
      expect.objectContaining({
        code: 'query/unknown-entity',
        subject: 'Veldanya',
        hint: 'Perhaps you mean Veldania.',
      }),
    )
  })

  it('has neighbours with all that links them', () => {
    const neighbours = story.neighbours('Calder Lines')
    expect(neighbours.map(({ entity }) => entity.label)).toEqual([
      "Dockers' Union",
      'Ines Varga',
      'Otto Brandt',
      'Veldania',
    ])
    expect(keys(neighbours[0]!.claims)).toEqual([
      'g:dockers-union|accused|g:calder-lines',
      'g:calder-lines|attacked|g:dockers-union|not',
    ])
  })
})

describe('relations', () => {
  it('leave out mere speech, unless asked for', () => {
    expect(story.relations().some(({ predicate }) => predicate === 'said')).toBe(false)
    expect(keys(story.relations({ predicate: 'said', subject: 'Brandt' }))).toEqual([
      'p:otto-brandt|said|g:calder-lines',
    ])
    expect(story.relations({ category: 'speech' }).map(({ predicate }) => predicate)).toContain('said')
  })

  it.each([
    ['subject', { subject: 'Veldania' }, 2],
    ['object', { object: 'Calder Lines' }, 2],
    ['actor', { actor: 'Veldania' }, 4],
    ['predicate', { predicate: 'accused' }, 2],
    ['predicates', { predicate: ['accused', 'leads'] }, 3],
    ['category', { category: 'diplomacy' }, 3],
    ['outlet', { outlet: 'radio meridian' }, 5],
    ['document', { document: 'harbour/regatta' }, 1],
    ['period', { from: '2031-03-01', until: '2031-03-03' }, 2],
    ['end of period', { from: '2031-03-05', until: '2031-03-05' }, 5],
    ['polarity', { negated: true }, 1],
    ['modality', { modality: 'planned' as const }, 1],
    ['speaker', { assertedBy: 'Varga' }, 1],
    ['the article itself', { assertedBy: null }, 5],
    ['nothing', { subject: 'Veldania', predicate: 'accused' }, 0],
  ])('by %s', (_what, filter, count) => {
    expect(story.relations(filter)).toHaveLength(count)
  })

  it('hold only the evidence that was asked for, with its article', () => {
    const [claim] = story.relations({ subject: 'the union', predicate: 'accused', outlet: 'Radio Meridian' })
    expect(claim!.evidence).toHaveLength(1)
    expect(claim!.evidence[0]).toMatchObject({
      title: 'Ministry offers to broker talks',
      claimedBy: { label: 'Ines Varga' },
      modality: 'possible',
    })
    expect(story.relations({ subject: 'the union', predicate: 'accused' })[0]!.evidence).toHaveLength(2)
  })

  it('tell who accuses whom', () => {
    expect(story.accusations().map(({ subject, object }) => [subject.label, object.label])).toEqual([
      ["Dockers' Union", 'Calder Lines'],
      ['Ines Varga', 'Veldania'],
    ])
  })
})

describe('statements', () => {
  it('by somebody, with the words', () => {
    expect(story.statements({ speaker: 'Varga' })).toMatchObject([
      {
        id: 's1',
        type: 'direct',
        quotes: ['They tore it up'],
        addressee: { label: 'reporters' },
        about: [{ label: 'Calder Lines' }, { label: 'Merrow Accord' }],
        outlet: 'The Tidewater Gazette',
        title: 'Dockers walk out in Port Merrow',
      },
    ])
  })

  it('about somebody, in a period, with words', () => {
    expect(story.statements({ about: 'Calder Lines' }).map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(story.statements({ about: 'Calder Lines', from: '2031-03-04' }).map(({ id }) => id)).toEqual(['s2'])
    expect(story.statements({ words: 'SUPPORT' }).map(({ id }) => id)).toEqual(['s2'])
  })

  it('are also read from the edges alone', () => {
    const known = STORY.statements.filter(({ speaker }) => speaker !== null).map(({ id }) => id)
    const alone = openGraph(graph).statements()
    expect(alone.map(({ id }) => id)).toEqual(known)
    expect(alone[0]).toMatchObject({ quotes: ['They tore it up'], addressee: { label: 'reporters' } })
  })
})

describe('paths', () => {
  it('are the shortest, with the evidence on each step', () => {
    const [path] = story.paths('Otto Brandt', "Dockers' Union")
    expect(path!.entities.map(({ label }) => label)).toEqual(['Otto Brandt', 'Calder Lines', "Dockers' Union"])
    expect(path!.steps.map(keys)).toEqual([
      ['p:otto-brandt|said|g:calder-lines'],
      ['g:dockers-union|accused|g:calder-lines', 'g:calder-lines|attacked|g:dockers-union|not'],
    ])
    expect(path!.steps[0]![0]!.evidence[0]!.text).toContain('We support')
  })

  it('are as short as graphology finds them, and end at the end', () => {
    for (const from of graph.nodes()) {
      for (const to of graph.nodes()) {
        const expected = from === to ? null : bidirectional(undirected(), from, to)
        const paths = story.paths(from, to)
        expect(paths[0]?.entities.length ?? null).toBe(expected?.length ?? null)
        for (const { entities, steps } of paths) {
          expect([entities[0]!.key, entities.at(-1)!.key]).toEqual([from, to])
          expect(steps.every(step => step.length > 0)).toBe(true)
        }
      }
    }
  })

  it('keep to a filter, a length and a number', () => {
    expect(
      story.paths('Otto Brandt', "Dockers' Union", { category: ['static', 'diplomacy'] })[0]!.entities[1]!.label,
    ).toBe('Veldania')
    expect(story.paths('Otto Brandt', "Dockers' Union", { maxSteps: 1 })).toEqual([])
    expect(story.paths('Otto Brandt', "Dockers' Union", { limit: 1 })).toHaveLength(1)
    expect(story.paths('Otto Brandt', 'Heron Club')).toEqual([])
  })

  function undirected() {
    const copy = new MultiDirectedGraph()
    graph.forEachNode(node => void copy.addNode(node))
    graph.forEachEdge((_edge, _attributes, source, target) => {
      copy.addDirectedEdge(source, target)
      copy.addDirectedEdge(target, source)
    })
    return copy
  }
})

describe('parts of the graph', () => {
  it('ego networks hold the neighbours and what links them', () => {
    const ego = story.ego('Otto Brandt')
    expect(ego.nodes()).toEqual(['g:calder-lines', 'p:otto-brandt', 's:veldania'])
    expect(ego.edges()).toEqual([
      'p:otto-brandt|leads|s:veldania',
      'p:otto-brandt|said|g:calder-lines',
      's:veldania|supported|g:calder-lines',
    ])
    expect(story.ego('Otto Brandt', { radius: 0 }).order).toBe(1)
    expect(story.ego('Otto Brandt', { radius: 9 }).order).toBe(graph.order - 2)
  })

  it('sub-graphs weigh the evidence that is left', () => {
    const part = story.subgraph({ outlet: 'Radio Meridian' })
    expect(part.getEdgeAttributes('g:dockers-union|accused|g:calder-lines')).toMatchObject({
      weight: 1,
      outlets: ['Radio Meridian'],
      asserted_by: ['p:ines-varga'],
      own_voice: 0,
      modality: 'possible',
    })
    expect(part.hasNode('g:reporters')).toBe(false)
    expect(graph.getEdgeAttribute('g:dockers-union|accused|g:calder-lines', 'weight')).toBe(2)
  })
})

describe('a graph file', () => {
  it('is read as text and as JSON', () => {
    const text = writeJson(graph)
    expect(readGraph(text).export()).toEqual(graph.export())
    expect(openGraph(readGraph(JSON.parse(text))).relations()).toEqual(story.relations())
  })

  it('is read by its lines, for one longer than a string can be', async () => {
    const read = await readGraphLines(linesOf(writeJson(graph)))
    expect(read.export()).toEqual(graph.export())
  })

  it.each(['{', '[]', '{"nodes":[],"edges":[]}', '{"attributes":{"generator":"other"},"nodes":[],"edges":[]}'])(
    'that is none is an error: %s',
    async text => {
      await expect(readGraphLines(linesOf(text), 'x/graph.json')).rejects.toThrow(
        expect.objectContaining({ code: 'query/not-a-graph', subject: 'x/graph.json' }),
      )
      expect(() => readGraph(text, 'x/graph.json')).toThrow(
        expect.objectContaining({ code: 'query/not-a-graph', subject: 'x/graph.json' }),
      )
    },
  )
})
