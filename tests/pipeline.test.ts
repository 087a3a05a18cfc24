import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../src/data-files.ts'
import { extract, loadResources, merge } from '../src/pipeline.ts'

const resources = loadResources(openDataFiles)

const ARTICLE = `Harbour talks collapse

By Ana Silva

4 May 2031

Foreign minister Marta Oyelaran of Spain accused Portugal of breaking the truce. "They lied to us," she told reporters on Sunday.
`

describe('extract', () => {
  it('gives offsets that are the words on the page', () => {
    const { entities, mentions } = extract({ id: 'a', text: ARTICLE }, resources)
    const nameOf = new Map(entities.map(entity => [entity.id, entity.name]))
    const words = mentions
      .filter(mention => nameOf.get(mention.entity) === 'Marta Oyelaran')
      .map(({ start, end }) => ARTICLE.slice(start, end))
    expect(words).toContain('Marta Oyelaran')
    expect(words).toContain('she')
  })

  it('reads a line beside the prose that is longer than the sentence beside it', () => {
    const { entities } = extract({ id: 'a', text: 'miner\n\nhn Lopez i Reuters)' }, resources)
    expect(entities.map(({ name }) => name)).toContain('Reuters')
  })

  it('takes the date that the text states where the document has none', () => {
    expect(extract({ id: 'a', text: ARTICLE }, resources).document.published).toBe('2031-05-04')
    const dated = { id: 'a', text: ARTICLE, published: '2031-05-06' }
    expect(extract(dated, resources).document.published).toBe('2031-05-06')
  })

  it('speaks only of entities that it lists', () => {
    const text = `${ARTICLE}\n"A lorry, two crates and some fishermen were seen near a bridge," said Ana Silva.\n`
    const { entities, statements, relations, mentions } = extract({ id: 'a', text }, resources)
    const listed = new Set(entities.map(entity => entity.id))
    const spoken = [
      ...mentions.map(mention => mention.entity),
      ...statements.flatMap(({ speaker, addressee, about }) => [speaker, addressee, ...about]),
      ...relations.flatMap(({ subject, object, assertedBy }) => [subject, object, assertedBy]),
    ]
    expect(spoken.filter(id => id !== null && !listed.has(id))).toEqual([])
  })

  it('gives the same twice, whatever was read between', () => {
    const first = JSON.stringify(extract({ id: 'a', text: ARTICLE }, resources))
    extract({ id: 'b', text: 'Paris fell silent. Marta Silva, the mayor of Paris, said nothing.' }, resources)
    expect(JSON.stringify(extract({ id: 'a', text: ARTICLE }, resources))).toBe(first)
  })

  it.each([
    '',
    ' \n ',
    '"'.repeat(5000),
    'U.N. '.repeat(5000),
    '\0\uD800 said \uDFFF.',
    'said '.repeat(3000),
    `${'a'.repeat(50_000)} said.`,
  ])('is not thrown by odd text %#', text => {
    expect(extract({ id: 'odd', text }, resources).document.text).toBe(text)
  })
})

describe('merge', () => {
  it('counts an agency story that five outlets carry as one independent source', async () => {
    const story =
      'Minister Ana Lopez of Spain accused France of breaking the fishing agreement on Tuesday. "It is over," she told reporters in Madrid after a meeting of the cabinet that lasted until late at night. The French government denied the charge.'
    const other =
      'Spain accused France of sending more boats than were agreed, officials in Paris said. Fishermen blocked the harbour of Brest in the morning and let nobody pass before noon.'
    const outlets = ['Gazette', 'Herald', 'Mirror', 'Post', 'Times']
    const documents = [
      ...outlets.map((outlet, i) => ({
        id: `${outlet}`,
        text: i === 0 ? story : `${outlet} (Reuters) - ${story}`,
        outlet,
        published: `2016-12-0${5 - i}`,
      })),
      { id: 'other', text: other, outlet: 'Journal', published: '2016-12-09' },
    ]
    const { corpus, graph } = await merge(
      documents.map(document => extract(document, resources)),
      resources,
    )
    expect([...corpus.originals!].sort()).toEqual(
      ['Gazette', 'Herald', 'Mirror', 'Post'].map(outlet => [outlet, 'Times']),
    )
    expect(graph.getEdgeAttributes('s:spain|accused|s:france')).toMatchObject({ articles: 1, independent_sources: 1 })
    const shared = graph.filterEdges((_edge, { outlets }) => outlets.length === 5)
    expect(shared.length).toBeGreaterThan(0)
    for (const edge of shared) {
      expect(graph.getEdgeAttributes(edge)).toMatchObject({ documents: 5, articles: 5, independent_sources: 1 })
    }
    expect(graph.getNodeAttributes('s:france')).toMatchObject({ documents: 6, independent_sources: 2 })
  })

  it('makes a claim an edge with who makes it, where and in which words', async () => {
    const article = { id: 'a', outlet: 'The Daily', published: '2031-05-04', text: ARTICLE }
    const { graph } = await merge([extract(article, resources)], resources)
    const edge = graph.findEdge((_, { kind }) => kind === 'accused')!
    expect(graph.getNodeAttribute(graph.source(edge), 'label')).toBe('Marta Oyelaran')
    expect(graph.getNodeAttribute(graph.target(edge), 'label')).toBe('Portugal')
    const [evidence] = graph.getEdgeAttribute(edge, 'evidence')
    expect(evidence).toMatchObject({ outlet: 'The Daily', doc: 'a' })
    expect(evidence!.text).toBe('Foreign minister Marta Oyelaran of Spain accused Portugal of breaking the truce.')
  })

  it('takes extractions made with predicates that it does not know', async () => {
    const extraction = extract({ id: 'a', text: ARTICLE }, resources)
    const [relation] = extraction.relations
    const foreign = { ...extraction, relations: [{ ...relation!, predicate: 'danced_with' }] }
    const { graph } = await merge([foreign], resources)
    const edge = graph.findEdge((_, { kind }) => kind === 'danced_with')
    expect(graph.getEdgeAttribute(edge!, 'label')).toBe('danced with')
  })
})
