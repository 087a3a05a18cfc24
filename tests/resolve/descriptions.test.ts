import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { loadResolveResources, resolve } from '../../src/resolve/resolve.ts'
import type { EntityType, Extraction } from '../../src/types.ts'
import { article, type Cast } from './article.ts'

const resources = loadResolveResources(openDataFiles)
const described = (type: EntityType, ...words: string[]): Cast => ({ type, words, kind: 'nominal' })
const named = (type: EntityType, ...words: string[]): Cast => ({ type, words })

/** How many entities of a type two articles' casts make. */
async function count(type: EntityType, ...casts: readonly (readonly Cast[])[]): Promise<number> {
  const { corpus } = await resolve(
    casts.map((cast, i) => article(`doc${i}`, cast)),
    { resources },
  )
  return corpus.entities.filter(entity => entity.type === type).length
}

describe('descriptions in different articles', () => {
  it('are one where a country has only one, or they mean all of a kind', async () => {
    const [leeds, goma] = [named('place', 'Leeds'), named('place', 'Goma')]
    expect(
      await count('group', [described('group', 'French army'), leeds], [described('group', 'French army'), goma]),
    ).toBe(1)
    expect(
      await count('group', [described('group', 'US officials'), leeds], [described('group', 'US officials'), goma]),
    ).toBe(1)
  })

  it('are two where each may mean another body or crowd', async () => {
    const [leeds, goma] = [named('place', 'Leeds'), named('place', 'Goma')]
    expect(await count('group', [described('group', 'US bank'), leeds], [described('group', 'US bank'), goma])).toBe(2)
    expect(await count('group', [described('group', 'company'), leeds], [described('group', 'company'), leeds])).toBe(2)
    expect(await count('group', [described('group', 'police'), leeds], [described('group', 'police'), goma])).toBe(2)
    const men = described('group', 'three US soldiers')
    expect(await count('group', [men, leeds], [men, goma])).toBe(2)
    expect(
      await count('event', [described('event', 'US victory'), leeds], [described('event', 'US victory'), goma]),
    ).toBe(2)
  })

  it('are two where their words name different owners, whatever the articles share', async () => {
    const around = [named('place', 'Leeds'), named('person', 'Anna Orme'), named('group', 'Leeds United')]
    const deal = (words: string) => [described('event', words), ...around]
    expect(await count('event', deal('deal with Emirates'), deal('deal for Fernando Orta'))).toBe(2)
    expect(await count('event', deal('deal with Emirates'), deal('Emirates deal'))).toBe(1)
    expect(await count('event', deal('deal with Emirates'), deal('deal'))).toBe(1)
  })
})

describe('the name of a description', () => {
  it('says whose it is where any article does', async () => {
    const around = [named('place', 'Leeds'), named('person', 'Anna Orme'), named('group', 'Leeds United')]
    const { corpus } = await resolve(
      [
        article('a', [described('group', 'government', 'government'), ...around]),
        article('b', [described('group', 'Blair government'), ...around]),
      ],
      { resources },
    )
    expect(corpus.entities.map(({ name }) => name)).toContain('Blair government')
  })
})

describe('what a nation has one of', () => {
  const about = (...names: string[]) => named('state', names[0]!, ...names)
  const entities = async (...casts: readonly (readonly Cast[])[]) => {
    const { corpus } = await resolve(
      casts.map((cast, i) => article(`doc${i}`, cast)),
      { resources },
    )
    return corpus.entities.filter(({ type }) => type === 'group').map(({ name }) => name)
  }

  it('is that of the country which the article is about', async () => {
    const italy = about('Italy', 'Italy', 'Italy')
    const [government, police] = [described('group', 'government'), described('group', 'police')]
    expect(await entities([government, italy])).toEqual(['Italian government'])
    expect(await entities([government, italy], [described('group', 'Italian government')])).toEqual([
      'Italian government',
    ])
    expect(await entities([government, italy], [government, about('Spain', 'Spain', 'Spain')])).toHaveLength(2)
    expect(await entities([police, italy])).toEqual(['Italian police'])
  })

  it('is one in articles about none, but for the police', async () => {
    const [leeds, goma] = [named('place', 'Leeds'), named('place', 'Goma')]
    expect(await entities([described('group', 'MPs'), leeds], [described('group', 'MPs'), goma])).toEqual(['MPs'])
    expect(await entities([described('group', 'police'), leeds], [described('group', 'police'), goma])).toHaveLength(2)
  })
})

describe('bodies that every country has', () => {
  const about = (...names: string[]) => named('state', names[0]!, ...names)
  const groups = async (...casts: readonly (readonly Cast[])[]) => {
    const { corpus } = await resolve(
      casts.map((cast, i) => article(`doc${String(i).padStart(2, '0')}`, cast)),
      { resources },
    )
    return corpus.entities.filter(({ type }) => type === 'group').map(({ name }) => name)
  }
  const [italy, spain] = [about('Italy', 'Italy', 'Italy'), about('Spain', 'Spain', 'Spain')]

  it('are no names for their capitals', async () => {
    const court = named('group', 'Supreme Court')
    expect(await groups([court, italy], [court, spain])).toEqual(['Italian Supreme Court', 'Spanish Supreme Court'])
    const parliament = [named('group', 'Parliament'), described('group', 'parliament')]
    expect(await groups([parliament[0]!, italy], [parliament[1]!, italy])).toHaveLength(1)
    const commission = named('group', 'Commission')
    expect(await groups([commission, named('place', 'Leeds')], [commission, named('place', 'Goma')])).toHaveLength(2)
  })

  it('belong to the country that an outlet means by them, where an article names none', async () => {
    const government = described('group', 'government')
    const told = [1, 2, 3, 4, 5].map(() => [government, italy])
    expect(await groups(...told, [government, named('place', 'Goma')])).toEqual(['Italian government'])
    expect(await groups([government, italy], [government, named('place', 'Goma')])).toHaveLength(2)
  })

  it('are not the government of a party or a leader', async () => {
    const casts = ['government', 'Orme government'].map(words => [described('group', words), italy])
    expect(await groups(...casts)).toEqual(['Italian government', 'Orme government'])
    const led = ['Leeds', 'Goma'].map(where => [described('group', "Ann Lee's government"), named('place', where)])
    expect(await groups(...led)).toHaveLength(1)
  })
})

describe('classes', () => {
  it('are one everywhere where their words define them', async () => {
    const [leeds, goma] = [named('place', 'Leeds'), named('place', 'Goma')]
    const times = (words: string) =>
      count('group', [described('group', words), leeds], [described('group', words), goma])
    expect(await times('PC users')).toBe(1)
    expect(await times('security firms')).toBe(1)
    expect(await times('rival fans')).toBe(2)
    expect(await times('opposition parties')).toBe(2)
    expect(await times('12 viewers')).toBe(2)
  })
})

describe('an office', () => {
  const lee = (role?: string): Cast => ({ ...named('person', 'Ann Lee'), ...(role ? { roles: [role] } : {}) })
  const told = ['a', 'b', 'c'].map(id => article(id, [lee('prime minister')]))
  const persons = async (cast: readonly Cast[]) => {
    const { corpus } = await resolve([...told, article('d', cast)], { resources })
    return corpus.entities.map(({ name }) => name)
  }
  const office = described('person', 'prime minister')

  it('is held by whom the corpus gives it to, if the article names them', async () => {
    expect(await persons([office, lee()])).toEqual(['Ann Lee'])
    expect(await persons([office, named('person', 'Marta Lind')])).toContain('prime minister')
  })

  it('is nobody’s where two in the article have it', async () => {
    const other = article('e', [{ ...named('person', 'Marta Lind'), roles: ['prime minister'] }])
    const { corpus } = await resolve([...told, other, article('d', [office, lee(), named('person', 'Marta Lind')])], {
      resources,
    })
    expect(corpus.entities.map(({ name }) => name)).toHaveLength(2)
  })
})

describe('namesakes', () => {
  const names = async (...articles: readonly Extraction[]) =>
    (await resolve(articles, { resources })).corpus.entities.map(({ name }) => name)
  const titled = (id: string, title: string, cast: readonly Cast[]): Extraction => {
    const made = article(id, cast)
    return { ...made, document: { ...made.document, title } }
  }

  it('are told apart by the headline of their story, cut to its first words', async () => {
    const panel = described('group', 'expert panel')
    expect(
      await names(
        titled('a', 'Osgil bans nets', [panel, named('place', 'Leeds')]),
        titled('b', 'A very long headline that goes on and on about nets', [panel, named('place', 'Leeds')]),
      ),
    ).toEqual([
      'expert panel (“A very long headline that goes on and on …”)',
      'expert panel (“Osgil bans nets”)',
      'Leeds',
    ])
  })

  it('are one in a story and its copy', async () => {
    const lawyer = described('person', 'a lawyer from Torvak')
    const copies = ['a', 'b'].map(id => titled(id, 'Blogger fired by her airline', [lawyer, named('place', id)]))
    expect((await names(...copies)).filter(name => name.includes('lawyer'))).toHaveLength(1)
    const columns = ['a', 'b'].map(id => titled(id, 'World briefs', [lawyer, named('place', id)]))
    expect((await names(...columns)).filter(name => name.includes('lawyer'))).toHaveLength(2)
  })

  it('take the fuller wording of their own article before anything else', async () => {
    expect(
      await names(
        article('a', [described('event', 'war', 'war with Osgil'), named('place', 'Leeds')]),
        article('b', [described('event', 'war', 'war against them'), named('place', 'Lyon')]),
      ),
    ).toEqual(['war', 'war with Osgil', 'Leeds', 'Lyon'])
  })

  it('leave the bare name to the one that far more articles have', async () => {
    const rebels = described('group', 'rebels')
    const story = ['a', 'b', 'c'].map(id =>
      titled(id, `Story of ${id}`, [rebels, named('group', 'Osgil'), named('place', 'Leeds')]),
    )
    const other = titled('d', 'Another', [rebels, named('place', 'Goma')])
    expect(await names(...story, other)).toEqual(expect.arrayContaining(['rebels', 'rebels (Goma)']))
  })

  it('keep their capitals, however long the wording', async () => {
    const long = 'sharing agreement between Osgil Motors and the Torvak Automotive Industry Corporation'
    expect(await names(article('a', [described('event', long)]))).toEqual([long])
  })

  it('keep a wording that both have', async () => {
    const war = described('event', 'war', 'war with Osgil')
    expect(await names(article('a', [war]), article('b', [war]))).toEqual(['war (“a”)', 'war (“b”)'])
  })
})

describe('names that every sport has', () => {
  it('are one in like company only', async () => {
    const cup = named('event', 'Cup')
    const [town, team] = [named('place', 'Osgil'), named('group', 'Torvak Rovers')]
    expect(await count('event', [cup, town, team], [cup, named('place', 'Lyon')])).toBe(2)
    expect(await count('event', [cup, town, team], [cup, town, team])).toBe(1)
    const { corpus } = await resolve(
      ['a', 'b'].map(id => article(id, [cup])),
      { resources },
    )
    expect(corpus.entities.map(({ name }) => name)).toEqual(['Cup (“a”)', 'Cup (“b”)'])
    expect(await count('event', [named('event', 'Osgil Cup'), town], [named('event', 'Osgil Cup')])).toBe(1)
  })
})

describe('single names', () => {
  it('are surnames where the corpus knows their bearers', async () => {
    const orme = (type: EntityType) => named(type, 'Orme')
    const bearer = named('person', 'Anna Orme', 'Orme', 'Orme', 'Anna Orme', 'Orme')
    expect(await count('place', [bearer], [orme('place')])).toBe(0)
    expect(await count('place', [named('person', 'Anna Orme')], [orme('place')])).toBe(1)
  })
})
