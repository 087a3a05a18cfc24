import { beforeAll, describe, expect, it } from 'vitest'
import { extract, loadResources, merge } from '../../src/browser.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { parseJudgements } from '../../src/resolve/judgements.ts'
import type { Extraction, HearsayGraph } from '../../src/types.ts'
import { decisionsOf } from '../../viewer/src/model/judgements.ts'
import { readGraph } from '../../viewer/src/model/read-graph.ts'
import type { Edit } from '../../viewer/src/state/state.ts'
import { writeJudgements } from '../../viewer/src/worker/write-judgements.ts'

const texts = [
  'Ilse Maren, the foreign minister of Norway, met Davit Oruz on Monday. Maren said Oruz had promised help. Oruz criticised Norway. Maren accused the Oruz Foundation of fraud.',
  'Illse Marén-Holt met Davit Oruz in Oslo. Marén-Holt said that Oruz had accused Sweden. Oruz praised Sweden.',
  'Oruz criticised Norway on Tuesday. The IMF accused Sweden of fraud. Oruz met the IMF.',
  'The International Monetary Fund praised Norway. Davit Oruz met the International Monetary Fund in Oslo.',
]

describe('corrections made on the page', () => {
  const resources = loadResources(openDataFiles)
  let extractions: Extraction[] = []
  let graph: HearsayGraph

  beforeAll(async () => {
    extractions = texts.map((text, order) => extract({ id: `d${order}`, text, published: '2031-01-15' }, resources))
    graph = (await merge(extractions, resources)).graph
  }, 60_000)

  /** What a build makes with the corrections' file. */
  async function rebuiltWith(edits: (keys: (name: string) => string) => Edit[]) {
    const story = readGraph(graph.export())
    const keyOf = (name: string) => {
      const actor = story.actors.find(({ label, aliases }) => label === name || aliases.includes(name))
      if (actor === undefined) throw new Error(`no ${name} among ${story.actors.map(({ label }) => label).join(', ')}`)
      return actor.key
    }
    const file = writeJudgements(decisionsOf(story, edits(keyOf)))
    return merge(extractions, resources, parseJudgements(file, 'judgements.json'))
  }

  /** The names that each actor goes by after it. */
  async function rebuilt(edits: (keys: (name: string) => string) => Edit[]): Promise<string[][]> {
    const { corpus } = await rebuiltWith(edits)
    return corpus.entities.map(({ name, aliases, namings }) => [
      ...new Set([name, ...aliases, ...namings.map(({ alias }) => alias)]),
    ])
  }

  const together = (actors: string[][], one: string, other: string) =>
    actors.some(names => names.includes(one) && names.includes(other))

  it('merge: a build makes one actor of the two', async () => {
    expect(together(await rebuilt(() => []), 'Ilse Maren', 'Illse Marén-Holt')).toBe(false)
    const actors = await rebuilt(keyOf => [
      { kind: 'merge', keep: keyOf('Ilse Maren'), drop: keyOf('Illse Marén-Holt') },
    ])
    expect(together(actors, 'Ilse Maren', 'Illse Marén-Holt')).toBe(true)
  })

  it('split: a build keeps the name apart', async () => {
    const actors = await rebuilt(keyOf => [{ kind: 'split', actor: keyOf('Davit Oruz'), alias: 'Oruz' }])
    expect(actors).toContainEqual(['Oruz'])
    expect(actors.filter(names => names.includes('Davit Oruz'))).toHaveLength(1)
  })

  it('rename and retype: a build calls the actor so, and keeps its other names', async () => {
    const { graph: again } = await rebuiltWith(keyOf => [
      { kind: 'rename', actor: keyOf('Davit Oruz'), label: 'Oruz the Elder' },
      { kind: 'rename', actor: keyOf('Davit Oruz'), label: 'David Oruz' },
      { kind: 'type', actor: keyOf('Davit Oruz'), type: 'group' },
    ])
    expect(again.getNodeAttributes('g:david-oruz')).toMatchObject({
      label: 'David Oruz',
      entity_type: 'group',
      aliases: expect.arrayContaining(['Davit Oruz']),
    })
    expect(again.nodes().filter(key => key.includes('oruz') && key.startsWith('p:'))).toEqual([])
  })

  it('drop: a build leaves out the claim, whoever makes it, and no other', async () => {
    for (const edge of graph.edges()) {
      const { graph: again } = await rebuiltWith(() => [{ kind: 'drop', claim: edge }])
      expect(again.edges().filter(key => !graph.hasEdge(key))).toEqual([])
      expect(graph.edges().filter(key => !again.hasEdge(key))).toEqual([edge])
    }
  })

  it('stand in any order: what was merged away keeps no name of its own, a claim of the merged is dropped', async () => {
    const [one, other] = ['Ilse Maren', 'Illse Marén-Holt']
    const { graph: again } = await rebuiltWith(keyOf => [
      { kind: 'rename', actor: keyOf(other), label: 'Nobody' },
      { kind: 'rename', actor: keyOf(one), label: 'Ilse Marén' },
      { kind: 'merge', keep: keyOf(one), drop: keyOf(other) },
      { kind: 'drop', claim: `${keyOf(one)}|met_with|${keyOf('Davit Oruz')}` },
    ])
    expect(again.mapNodes((_, { label }) => label)).toContain('Ilse Marén')
    expect(again.mapNodes((_, { label }) => label)).not.toContain('Nobody')
    expect(again.edges().some(key => key.startsWith('p:ilse-maren|met_with|p:davit-oruz'))).toBe(false)
  })

  it('name actors by their form where a graph lists no references', () => {
    const exported = graph.export()
    for (const node of exported.nodes) delete (node.attributes as { references?: unknown }).references
    const story = readGraph(exported)
    const keep = story.actors.find(({ label }) => label === 'Ilse Maren')!.key
    const drop = story.actors.find(({ label }) => label === 'Norway')!.key
    expect(parseJudgements(writeJudgements(decisionsOf(story, [{ kind: 'merge', keep, drop }])), '')).toMatchObject([
      { verdict: 'same', a: 'p:ilse maren', b: 's:norway', by: 'person' },
    ])
  })
})
