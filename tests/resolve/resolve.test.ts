import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import type { Judgement } from '../../src/resolve/judgements.ts'
import { loadResolveResources, resolve } from '../../src/resolve/resolve.ts'
import type { Extraction } from '../../src/types.ts'
import { article, type Cast } from './article.ts'

const resources = loadResolveResources(openDataFiles)
const run = (extractions: readonly Extraction[], judgements: readonly Judgement[] = []) =>
  resolve(extractions, { resources, judgements })
const ids = async (extractions: readonly Extraction[], judgements: readonly Judgement[] = []) =>
  (await run(extractions, judgements)).corpus.entities.map(entity => entity.id)

const person = (...words: string[]): Cast => ({ type: 'person', words })
const group = (...words: string[]): Cast => ({ type: 'group', words })
const state = (...words: string[]): Cast => ({ type: 'state', words })
const place = (...words: string[]): Cast => ({ type: 'place', words })
const crowd = (...words: string[]): Cast => ({ type: 'group', words, kind: 'nominal' })

describe('who is who across articles', () => {
  it('tells namesakes of one place apart by their outlet, failing that by their story', async () => {
    const rebels = (id: string, published: string, outlet?: string) =>
      article(id, [crowd('rebels'), place('Osgil')], { published, ...(outlet === undefined ? {} : { outlet }) })
    const { corpus } = await run([
      rebels('a', '2016-01-01', 'Osgil Post'),
      rebels('b', '2017-01-01'),
      rebels('c', '2018-01-01'),
    ])
    const names = corpus.entities.filter(({ type }) => type === 'group').map(({ name }) => name)
    expect(names.sort()).toEqual(['rebels (Osgil, Osgil Post)', 'rebels (“b”)', 'rebels (“c”)'])
  })

  it('writes the capitals of a dateline as a name', async () => {
    const { corpus } = await run([article('a', [place('BEIRUT')])])
    expect(corpus.entities[0]!.name).toBe('Beirut')
  })

  it('calls a person by the given name rather than its letter, however often the letter stands', async () => {
    const { corpus } = await run([
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(id => article(id, [person('G Orme'), place('Osgil')])),
      article('x', [person('Graham Orme', 'G Orme'), place('Osgil')]),
      article('y', [person('J R Dell', 'Dell'), place('Osgil')]),
    ])
    expect(corpus.entities.filter(({ type }) => type === 'person').map(({ name }) => name)).toEqual([
      'Graham Orme',
      'J R Dell',
    ])
  })

  it('takes a letter for a given name where the family name is rare or the company alike, and for the first one alone', async () => {
    const kellys = [person('Ruth Kelly'), person('Mark Kelly')].map((each, i) =>
      article(`k${i}`, [each, place('Lyon')]),
    )
    const persons = async (...extractions: Extraction[]) =>
      (await ids([...extractions, ...kellys])).filter(id => /^p:.*(?:kelly|orme)$/.test(id) && id !== 'p:mark-kelly')
    const engineer = article('a', [person('John Kelly', 'Kelly'), group('Osgil Systems'), place('Torvak')])
    const referee = article('b', [person('J Kelly'), group('Dragons'), place('Leeds')])
    expect(await persons(engineer, referee)).toEqual(['p:j-kelly', 'p:john-kelly', 'p:ruth-kelly'])
    const colleague = article('b', [person('J Kelly'), group('Osgil Systems'), place('Torvak')])
    expect(await persons(engineer, colleague)).toEqual(['p:john-kelly', 'p:ruth-kelly'])
    const rare = [person('J Orme'), person('Jane Orme')].map((each, i) => article(`o${i}`, [each]))
    expect(await persons(...rare)).toEqual(['p:jane-orme', 'p:ruth-kelly'])
    const second = [person('S Orme'), person('Hunter S Orme')].map((each, i) => article(`o${i}`, [each]))
    expect(await persons(...second)).toEqual(['p:hunter-s-orme', 'p:ruth-kelly', 'p:s-orme'])
  })

  it('joins a slip of the pen in the same surroundings, and spells the name as most do', async () => {
    const { corpus } = await run([
      article('a', [person('Samantha Power', 'Power'), state('Syria'), place('Aleppo')]),
      article('b', [person('Samantha Powers'), state('Syria'), place('Aleppo')]),
      article('c', [person('Samantha Power'), state('Syria')]),
    ])
    expect(corpus.entities.filter(entity => entity.type === 'person').map(entity => entity.name)).toEqual([
      'Samantha Power',
    ])
  })

  it('takes a doubtful name only where another article is sure of it, and as what it is there', async () => {
    const doubtful = (cast: Cast): Cast => ({ ...cast, doubtful: true })
    const { corpus } = await run([
      article('a', [doubtful(group('Nimrod')), doubtful(group('Osgil Weekly')), place('Osgil')]),
      article('b', [doubtful(place('Osgil Weekly')), doubtful(group('Davit Oruz'))]),
      article('c', [person('Davit Oruz'), group('Osgil Weekly')]),
    ])
    expect(corpus.entities.map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['g:osgil-weekly', 3],
      ['l:osgil', 1],
      ['p:davit-oruz', 2],
    ])
  })

  it('takes a name that three articles doubt, but no word of the lexicon because another article has a name like it', async () => {
    const doubtful = (cast: Cast): Cast => ({ ...cast, doubtful: true })
    const articles = ['a', 'b', 'c'].map(id => article(id, [doubtful(person('Will Orme')), place('Osgil')]))
    expect(await ids(articles)).toContain('p:will-orme')
    expect(await ids(articles.slice(1))).not.toContain('p:will-orme')
    const office = [
      article('a', [group('Office'), place('Osgil')]),
      article('b', [doubtful(group('Office')), place('Lyon')]),
    ]
    expect((await ids(office)).filter(id => id.startsWith('g:'))).toEqual(['g:office'])
  })

  it('leaves out what no word defines', async () => {
    const { corpus } = await run([
      article('a', [{ ...group('analysts'), kind: 'nominal', vague: true }, group('Osgil')]),
    ])
    expect(corpus.entities.map(({ id }) => id)).toEqual(['g:osgil'])
  })

  it('keeps Iran from Iraq, and the Koreas apart', async () => {
    const around = [place('Vienna'), person('Anna Gruber')]
    expect(
      await ids([
        article('a', [state('Iran'), state('North Korea'), ...around]),
        article('b', [state('Iraq'), state('South Korea'), ...around]),
      ]),
    ).toEqual(expect.arrayContaining(['s:iran', 's:iraq', 's:north-korea', 's:south-korea']))
  })

  it('keeps two Smiths with different given names apart, and a bare Smith with neither', async () => {
    const around = [place('Leeds')]
    const found = await ids([
      article('a', [person('John Smith', 'Smith'), ...around]),
      article('b', [person('Jane Smith', 'Smith'), ...around]),
      article('c', [person('Smith'), place('Perth')]),
    ])
    expect(found.filter(id => id.startsWith('p:'))).toEqual(['p:jane-smith', 'p:john-smith', 'p:smith'])
  })

  it('gives a bare surname to the only bearer in like surroundings', async () => {
    const found = await ids([
      article('a', [person('Bashar al-Assad', 'Assad'), state('Syria')]),
      article('b', [person('Assad'), state('Syria')]),
    ])
    expect(found).toEqual(['p:bashar-al-assad', 's:syria'])
  })

  it('reads initials, nicknames and transliterations as one person', async () => {
    const found = await ids([
      article('a', [person('William Hague'), person('Muammar Gaddafi'), person('John R. Bolton'), state('Libya')]),
      article('b', [person('Bill Hague'), person('Moammar Qadhafi'), person('J. Bolton'), state('Libya')]),
    ])
    expect(found).toHaveLength(4)
  })

  it('knows organisations by acronym, dots or not, and by an acronym that an article explains', async () => {
    const found = await ids([
      article('a', [group('United Nations'), group('Zambian Farmers Union', 'ZFU')]),
      article('b', [group('U.N.'), group('ZFU')]),
      article('c', [group('UN')]),
    ])
    expect(found).toEqual(['g:united-nations', 'g:zambian-farmers-union'])
  })

  it('keeps ministries of two countries apart', async () => {
    const around = [place('Geneva'), person('Anna Gruber')]
    const found = await ids([
      article('a', [group('Russian Defence Ministry'), ...around]),
      article('b', [group('Turkish Defence Ministry'), ...around]),
    ])
    expect(found).toEqual(expect.arrayContaining(['g:russian-defence-ministry', 'g:turkish-defence-ministry']))
  })

  it("joins collectives by what they denote where the story is one, and keeps each outlet's wording", async () => {
    const around = [place('Aleppo'), state('Syria'), state('Russia')]
    const { corpus } = await run([
      article('a', [crowd('rebels', 'rebels'), ...around], { outlet: 'One' }),
      article('b', [crowd('terrorists'), ...around], { outlet: 'Two' }),
      article('c', [crowd('rebels'), place('Goma'), state('Congo')], { outlet: 'One' }),
    ])
    const joined = corpus.entities.find(entity => entity.aliases.includes('terrorists'))
    expect(joined?.namings).toEqual([
      { alias: 'rebels', outlet: 'One', count: 2 },
      { alias: 'terrorists', outlet: 'Two', count: 1 },
    ])
    expect(corpus.entities.filter(entity => entity.type === 'group')).toHaveLength(2)
  })

  it('names a cluster by its fullest name, never by an acronym or a possessive', async () => {
    const { corpus } = await run([
      article('a', [person('Merkel’s', 'Merkel', 'Angela Merkel')]),
      article('b', [person('Angela Merkel', 'Merkel', 'Merkel', 'Merkel')]),
    ])
    expect(corpus.entities.map(entity => entity.name)).toContain('Angela Merkel')
  })
})

describe('judgements', () => {
  const twins = [
    article('a', [person('John Smith'), place('Leeds')]),
    article('b', [person('John Smith'), place('Leeds')]),
  ]

  it('splits namesakes when a person says so, and joins what no rule would', async () => {
    const apart = {
      verdict: 'different',
      a: 'p:john smith@a',
      b: 'p:john smith@b',
      by: 'person',
      why: 'father and son',
      score: null,
    } as const
    expect((await ids(twins, [apart])).filter(id => id.startsWith('p:'))).toHaveLength(2)
    expect((await ids(twins)).filter(id => id.startsWith('p:'))).toHaveLength(1)
    const joined = {
      verdict: 'same',
      a: 'p:john smith',
      b: 'l:leeds',
      by: 'person',
      why: 'a test',
      score: null,
    } as const
    expect(await ids(twins, [joined])).toHaveLength(1)
  })

  it("carries people's decisions over and explains its own", async () => {
    const extractions = [article('a', [person('Bill Hague')]), article('b', [person('William Hague')])]
    const { judgements } = await run(extractions)
    expect(judgements).toEqual([
      expect.objectContaining({ verdict: 'same', a: 'p:bill hague', b: 'p:william hague', by: 'rule' }),
    ])
    expect(judgements[0]!.why).toContain('given names that agree')
    const no = {
      verdict: 'different',
      a: 'p:bill hague',
      b: 'p:william hague',
      by: 'person',
      why: 'brothers',
      score: null,
    } as const
    const again = await run(extractions, [...judgements, no])
    expect(again.judgements).toEqual([no])
    expect(again.corpus.entities).toHaveLength(2)
  })
})

describe('splitting an alias by hand', () => {
  const split = {
    verdict: 'different',
    a: 'p:john smith',
    b: 'p:smith',
    by: 'person',
    why: 'the lawyer',
    score: null,
  } as const

  it('takes the wording out of the entity within an article too, and its claims follow', async () => {
    const relation = {
      subject: 'e1',
      predicate: 'accused',
      object: 'e2',
      trigger: null,
      sentence: [12, 18],
      negated: false,
      modality: 'actual',
      assertedBy: null,
      code: null,
      time: null,
    } as const
    const extraction = article('a', [person('John Smith', 'Smith'), person('Eva Braun')], { relations: [relation] })
    expect((await run([extraction])).corpus.relations[0]!.subject).toBe('p:john-smith')
    const { corpus, judgements } = await run([extraction], [split])
    expect(corpus.entities.map(entity => entity.id)).toEqual(['p:eva-braun', 'p:john-smith', 'p:smith'])
    expect(corpus.relations[0]!.subject).toBe('p:smith')
    expect(judgements).toEqual([split])
  })

  it('means every document when the reference names none', async () => {
    const found = await ids(
      [article('a', [person('John Smith'), place('Leeds')]), article('b', [person('Smith'), place('Leeds')])],
      [split],
    )
    expect(found).toEqual(['l:leeds', 'p:john-smith', 'p:smith'])
  })
})

describe('the corpus', () => {
  it('does not depend on the order of the articles', async () => {
    const articles = [
      article('a', [person('John Smith', 'Smith'), place('Leeds')]),
      article('b', [person('Smith'), place('Leeds')]),
      article('c', [person('Jane Smith'), crowd('protesters'), place('Leeds')]),
      article('d', [crowd('demonstrators'), place('Leeds')]),
    ]
    expect(await run([...articles].reverse())).toEqual(await run(articles))
  })

  it('puts the words of the page beside each claim and drops what became a claim on oneself', async () => {
    const cast = [person('Angela Merkel'), person('Olaf Scholz')]
    const relation = (subject: string, object: string) =>
      ({
        subject,
        predicate: 'met_with',
        object,
        trigger: null,
        sentence: [0, 14],
        negated: false,
        modality: 'actual',
        assertedBy: null,
        code: null,
        time: null,
      }) as const
    const statement = {
      speaker: 'e1',
      source: [0, 13],
      cue: null,
      content: [[15, 26]],
      type: 'direct',
      addressee: 'e2',
      about: ['e2'],
    } as const
    const { corpus } = await run([
      article('a', cast, {
        outlet: 'One',
        relations: [relation('e1', 'e2'), relation('e1', 'e1')],
        statements: [statement],
      }),
    ])
    expect(corpus.relations).toHaveLength(1)
    expect(corpus.relations[0]).toMatchObject({
      id: 'a#r1',
      subject: 'p:angela-merkel',
      object: 'p:olaf-scholz',
      evidence: { doc: 'a', outlet: 'One', text: 'Angela Merkel.' },
    })
    expect(corpus.statements[0]).toMatchObject({
      speaker: 'p:angela-merkel',
      about: ['p:olaf-scholz'],
      // With the full stop and quotation marks that the content leaves out.
      evidence: { span: [0, 27], text: 'Angela Merkel. Olaf Scholz.' },
    })
  })
})
