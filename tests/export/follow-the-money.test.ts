import { defaultModel, type IEntityDatum, Model } from '@alephdata/followthemoney'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeFollowTheMoney } from '../../src/export/follow-the-money.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const model = new Model(defaultModel)

function read(graph: HearsayGraph) {
  return [...writeFollowTheMoney(graph)].map(line => {
    const datum = JSON.parse(line) as IEntityDatum
    for (const name of Object.keys(datum.properties ?? {})) model.getSchema(datum.schema).getProperty(name)
    return model.getEntity(datum)
  })
}

describe('FollowTheMoney entities', () => {
  const graph = buildGraph(STORY, categoryOf)
  const entities = read(graph)

  it('are the articles, the actors and the claims', () => {
    const schemata = entities.map(({ schema }) => schema.name)
    expect(schemata.filter(name => name === 'Article')).toHaveLength(3)
    expect(schemata.filter(name => name === 'UnknownLink')).toHaveLength(graph.size)
    expect(entities).toHaveLength(3 + graph.order + graph.size)
  })

  it('link to each other', () => {
    const ids = new Set(entities.map(({ id }) => id))
    for (const link of entities.filter(({ schema }) => schema.name !== 'Article')) {
      for (const name of link.schema.name === 'UnknownLink' ? ['subject', 'object'] : ['proof']) {
        expect(link.getProperty(name)).not.toHaveLength(0)
        for (const value of link.getProperty(name)) expect(ids).toContain(typeof value === 'string' ? value : value.id)
      }
    }
  })

  it('are the graph: every actor with its names, every claim with its ends and sentences', () => {
    const named = entities.filter(({ schema }) => !['Article', 'UnknownLink'].includes(schema.name))
    expect(named.map(each => [each.getFirst('name'), each.getProperty('alias')])).toEqual(
      graph.mapNodes((_key, { label, aliases }) => [label, aliases]),
    )
    const nameOf = new Map(named.map(each => [each.id, each.getFirst('name')]))
    const end = (value: unknown) => nameOf.get(typeof value === 'string' ? value : (value as { id: string }).id)
    const links = entities.filter(({ schema }) => schema.name === 'UnknownLink')
    expect(
      links.map(link => [
        ...['subject', 'object'].map(name => end(link.getFirst(name))),
        link.getFirst('role'),
        link.getProperty('description'),
      ]),
    ).toEqual(
      graph.mapEdges((_key, { label, evidence }, source, target) => [
        ...[source, target].map(key => graph.getNodeAttribute(key, 'label')),
        label,
        [...new Set(evidence.map(({ text }) => text))],
      ]),
    )
  })

  it('tell who claims what, where', () => {
    const link = entities.find(
      entity => entity.schema.name === 'UnknownLink' && entity.getFirst('role') === 'supported',
    )
    expect(link?.getFirst('summary')).toBe('asserted by Otto Brandt')
    expect(link?.getFirst('publisher')).toBe('Radio Meridian')
    expect(link?.getFirst('description')).toContain('We support Calder Lines')
  })

  it('have ids of their own and only known properties, for any graph', () => {
    fc.assert(
      fc.property(anyCorpus, corpus => {
        const any = read(buildGraph(corpus, categoryOf))
        expect(new Set(any.map(({ id }) => id)).size).toBe(any.length)
      }),
    )
  })
})
