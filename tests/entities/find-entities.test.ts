import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { addQuotedPronouns } from '../../src/entities/add-quoted-pronouns.ts'
import { dropIdle } from '../../src/entities/drop-idle.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'
import type { Article, Entity, Mention } from '../../src/types.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

interface Reading {
  readonly article: Article
  readonly entities: Entity[]
  readonly mentions: Mention[]
  wordsOf(name: string): string[]
}

function read(text: string): Reading {
  const cleaned = clean({ id: 'test', text })
  const article = { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
  const { entities, mentions } = findEntities(article, resources)
  const wordsOf = (name: string) => {
    const entity = entities.find(each => each.name === name)
    return mentions.filter(mention => mention.entity === entity?.id).map(({ start, end }) => text.slice(start, end))
  }
  return { article, entities, mentions, wordsOf }
}

describe('findEntities', () => {
  it('gives a bare army to the country that the article speaks of, not to the one named last', () => {
    const { wordsOf } = read(
      'Kenya said on Monday that Kenya is at war. The Kenyan army advanced in Kenya on Tuesday. ' +
        'The Ugandan army watched from Uganda. The army took two towns.',
    )
    expect(wordsOf('Kenyan army')).toEqual(['Kenyan army', 'The army'])
    expect(wordsOf('Ugandan army')).toEqual(['The Ugandan army'])
  })

  it('takes forces that a clause describes for others', () => {
    const { wordsOf } = read('The Kenyan army won. The forces that backed the coup fled, the minister said.')
    expect(wordsOf('Kenyan army')).toEqual(['Kenyan army'])
    const { wordsOf: troops } = read('The Kenyan army won. Troops from other countries fled, the minister said.')
    expect(troops('Kenyan army')).toEqual(['Kenyan army'])
  })

  it('keeps the last, the local and any government from the one in office', () => {
    const { wordsOf } = read(
      'The government fell. He praised the last government. He praised local government. He asked for a responsible ' +
        'government. The government was silent.',
    )
    expect(wordsOf('government')).toEqual(['The government', 'The government'])
  })

  it("takes no leader's administration for the government", () => {
    const { wordsOf } = read(
      'He served in the Lind administration. The administration fell. The government was silent.',
    )
    expect(wordsOf('government')).toEqual(['The government'])
  })

  it('keeps fighters of a named body from those of another', () => {
    const { wordsOf } = read(
      'The rebels attacked Goma. On Monday the Houthi fighters shelled the airport. The rebels fled.',
    )
    expect(wordsOf('rebels')).toEqual(['The rebels', 'The rebels'])
  })

  it('gives no surname to somebody whose initial it begins with', () => {
    const { wordsOf } = read('M. Johnson scored for England. Moody was injured on Saturday, Mr Moody said.')
    expect(wordsOf('M. Johnson')).toEqual(['M. Johnson'])
  })

  it('takes "the Cup" for the one named before', () => {
    const { entities } = read(
      'Osgil won the Davis Cup on Sunday. The team had never won the Cup before, the coach said.',
    )
    expect(entities.filter(({ type, name }) => type === 'event' && name.endsWith('Cup'))).toHaveLength(1)
  })

  it('keeps authorities with a field and councils from the government', () => {
    const { wordsOf } = read(
      'The Osgil Curriculum Authority met on Monday. Local authorities warned ministers. The government refused, it said.',
    )
    expect(wordsOf('Osgil Curriculum Authority')).not.toContain('The government')
    expect(wordsOf('local authorities')).toEqual(['Local authorities'])
  })

  it('takes a capital word for the one body before it of which it is the head', () => {
    const one = read(
      'The European Commission wrote to the firms on Monday. The Commission wants an answer, officials said.',
    )
    expect(one.wordsOf('European Commission')).toContain('Commission')
    const two = read(
      'The European Commission met the African Commission on Monday. The Commission wants an answer, officials said.',
    )
    expect(two.wordsOf('European Commission')).not.toContain('Commission')
  })

  it('keeps contracts from the deal that an article is about', () => {
    const { entities } = read('The deal was signed on Monday. Acme has won contracts in Kenya. The deal is worth much.')
    expect(entities.filter(({ type }) => type === 'event').map(({ name }) => name)).toContain('deal')
    expect(entities.find(({ name }) => name === 'deal')?.aliases).not.toContain('contracts in Kenya')
  })

  it('keeps two races apart that have words of their own', () => {
    const { entities } = read("The men's race ended late. She won her second competitive race. The race was long.")
    expect(entities.filter(({ type }) => type === 'event').length).toBe(2)
  })

  it('lets a counted crowd absorb nobody else', () => {
    const { entities } = read(
      'Three families were killed on Monday. The Ortega family ruled the country. People fled. A million people died.',
    )
    const named = entities.map(({ name, aliases }) => [name, ...aliases])
    for (const forms of named) expect(new Set(forms.map(form => form.toLowerCase())).size).toBe(1)
  })

  it('keeps offices that stand before a name out of it', () => {
    const { entities } = read("Relief Coordinator Stephen O'Brien will brief the council on Friday.")
    expect(entities.find(entity => entity.type === 'person')?.name).toBe("Stephen O'Brien")
  })

  it('calls an event plainly, without whose it is or the story around it', () => {
    const { entities } = read(
      'The president hailed the liberation of Osgil from terrorism. The envoy spoke of the evacuation of the last men and ' +
        'their families.',
    )
    const names = entities.filter(({ type }) => type === 'event').map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['liberation of Osgil', 'evacuation']))
  })

  it('lets no place speak', () => {
    const { wordsOf } = read('The ministry met in Goma. It said the talks had ended in Goma. It said they were useful.')
    expect(wordsOf('Goma')).toEqual(['Goma', 'Goma'])
  })

  it('follows a person from the full name over the surname to the pronoun', () => {
    const { wordsOf } = read('Angela Merkel arrived in Paris on Monday. Merkel said she would not resign.')
    expect(wordsOf('Angela Merkel')).toEqual(['Angela Merkel', 'Merkel', 'she'])
  })

  it('keeps a like surname of a roll apart, and a continent out of the firm that bears its name', () => {
    const { wordsOf } = read('Ian Stewart scored twice.\n\nMcCormick, Longwell, Steward, Doak, Hunter, Bowe.')
    expect(wordsOf('Ian Stewart')).toEqual(['Ian Stewart'])
    const firm = read('GM Europe said it would cut jobs. Car makers in Europe are weak.')
    expect(firm.wordsOf('GM Europe')).toEqual(['GM Europe', 'it'])
  })

  it('keeps titles out of names and in roles', () => {
    const { entities } = read('Turkish Foreign Minister Mevlut Cavusoglu met reporters in Ankara.')
    const person = entities.find(entity => entity.type === 'person')
    expect(person).toMatchObject({ name: 'Mevlut Cavusoglu', roles: ['Turkish Foreign Minister'] })
  })

  it('gives a role description to the person who holds the role', () => {
    const { wordsOf } = read('Ambassador Vitaly Churkin met reporters. "They are leaving," the ambassador said.')
    expect(wordsOf('Vitaly Churkin')).toContain('the ambassador')
  })

  it('takes collectives for one by what they denote, and keeps other collectives apart', () => {
    const { wordsOf, entities } = read(
      'The rebels attacked the base in Goma. Soldiers fled. The militants then took the airport, and residents hid.',
    )
    expect(wordsOf('rebels')).toEqual(['The rebels', 'The militants'])
    expect(entities.map(entity => entity.name)).toEqual(expect.arrayContaining(['soldiers', 'residents']))
  })

  it('knows a country by its short and long names', () => {
    const { entities } = read('The United States sent aid. The U.S. will send more, Britain said.')
    expect(entities.filter(entity => entity.type === 'state').map(entity => entity.name)).toEqual([
      'United States',
      'United Kingdom',
    ])
  })

  it('lets a relative pronoun stand for its noun', () => {
    const { wordsOf } = read('Protesters who burned cars were arrested by police.')
    expect(wordsOf('protesters')).toEqual(['Protesters', 'who'])
  })

  it('gives offsets that cut words out of the text, whatever the text', () => {
    const { article, mentions } = read(
      '“We’re done,” said Ana María Pérez… She — and Peru’s army — left.\n\nIt was over.',
    )
    for (const { start, end } of mentions) expect(article.document.text.slice(start, end).trim()).not.toBe('')
  })
})

describe('addQuotedPronouns', () => {
  it('gives I and we to the speaker, you to the addressee, and leaves what stands outside quotations', () => {
    const text = 'Anna Gruber told John Smith: "I like you and we agree." We were there.'
    const { article, entities, mentions } = read(text)
    const idOf = (name: string) => entities.find(entity => entity.name === name)!.id
    const statement = {
      speaker: idOf('Anna Gruber'),
      source: null,
      cue: null,
      content: [[text.indexOf('I like'), text.indexOf('."')] as const],
      type: 'direct',
      addressee: idOf('John Smith'),
      about: [],
    } as const
    const added = addQuotedPronouns(article, entities, mentions, [statement]).filter(
      mention => !mentions.includes(mention),
    )
    expect(added.map(({ start, end, entity }) => [text.slice(start, end), entity])).toEqual([
      ['I', idOf('Anna Gruber')],
      ['you', idOf('John Smith')],
      ['we', idOf('Anna Gruber')],
    ])
  })
})

describe('dropIdle', () => {
  it('keeps names and actors, and drops descriptions that play no part', () => {
    const { entities, mentions } = read('Angela Merkel spoke in Berlin. Viewers watched.')
    const kept = dropIdle(entities, mentions, [], [])
    expect(kept.entities.map(entity => entity.name)).not.toContain('viewers')
    expect(kept.entities.map(entity => entity.name)).toContain('Angela Merkel')
    expect(kept.mentions.every(mention => kept.entities.some(entity => entity.id === mention.entity))).toBe(true)
  })
})

it('reads whoever is Secretary of State by the name alone', () => {
  const { entities } = read('He would send Secretary of State Hillary Clinton to Paris.')
  expect(entities.map(({ type, name }) => `${type} ${name}`)).toEqual(['person Hillary Clinton', 'place Paris'])
})
