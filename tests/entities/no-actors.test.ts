import { describe, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { openDataFiles } from '../../src/data-files.ts'
import type { Candidate, Chain } from '../../src/entities/candidate.ts'
import { dropIdle } from '../../src/entities/drop-idle.ts'
import { findEntities } from '../../src/entities/find-entities.ts'
import { isDoubtful, isShownAsBody } from '../../src/entities/is-doubtful.ts'
import { isTitle } from '../../src/entities/name-titles.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'
import type { Relation, Statement } from '../../src/types.ts'
import { treeOf } from '../../src/util/tree.ts'

const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

function entitiesOf(text: string) {
  const cleaned = clean({ id: 'test', text })
  return findEntities({ ...cleaned, sentences: language.analyse(text, cleaned.blocks) }, resources)
}
const namesOf = (text: string) => entitiesOf(text).entities.map(({ type, name }) => `${type} ${name}`)

describe('doubt', () => {
  const chain = (text: string, margin: number): Chain => ({
    type: 'person',
    roles: new Set(),
    candidates: [{ kind: 'name', type: 'person', text, form: text.toLowerCase(), margin } as Candidate],
  })

  it('is greater of a person named once whose first word is no given name', () => {
    expect(isDoubtful(chain('Get Orme', 3), resources)).toBe(true)
    expect(isDoubtful(chain('Orme', 3), resources)).toBe(true)
    expect(isDoubtful(chain('Anna Orme', 3), resources)).toBe(false)
    expect(isDoubtful(chain('J Orme', 3), resources)).toBe(false)
    expect(isDoubtful(chain('Get Orme', 4.5), resources)).toBe(false)
  })
})

describe('descriptions', () => {
  it('leave out what only sounds like an actor', () => {
    expect(
      namesOf('The film topped the box office. Market forces drove the servers. Nobody had a heart attack.'),
    ).toEqual([])
    expect(namesOf('The minister denied a conflict of interest.')).toEqual(['person minister'])
  })

  it('leave out monitors that one watches, operations that one undergoes and titles that are clauses', () => {
    const { entities } = entitiesOf('Anna Gruber watched a TV monitor. She praised her postponed operation in Osgil.')
    expect(entities.filter(({ type, vague }) => type !== 'person' && type !== 'place' && !vague)).toEqual([])
    expect(isTitle({ text: 'Because the Night', type: 'group', at: 0 }, resources.kinds)).toBe(true)
    expect(isTitle({ text: 'If', type: 'group', at: 0 }, resources.kinds)).toBe(false)
  })

  it('owe their capital to opening a sentence', () => {
    expect(namesOf('Athletes like him do not come along often.')).toEqual(['group athletes'])
  })

  it('are none where they say what an office is for', () => {
    expect(namesOf('The secretary for the family left.')).toEqual(['person secretary'])
  })

  it('tell a company from a person', () => {
    expect(namesOf('The lender denied the claim.')).toEqual(['group lender'])
    expect(namesOf('A senior MP attacked the watchdog.')).toEqual(['person senior MP', 'group watchdog'])
  })

  it('begin behind adverbs and conjunctions, and with the whole of a hyphenated word', () => {
    expect(namesOf('Already one tabloid newspaper has paid. Even critics praised it.')).toEqual([
      'group one tabloid newspaper',
      'group critics',
    ])
  })

  it('take the network for a broadcaster only where one is named', () => {
    expect(namesOf('The network grew fast.')).toEqual([])
  })

  it('hold a match for an event, but no video game', () => {
    expect(namesOf('The game ended late. The players argued.')).toContain('event game')
    expect(namesOf('Gamers love the game. The players argued.')).not.toContain('event game')
  })
})

describe('dropIdle', () => {
  const text = 'Anna Gruber criticised viewers and the French army. Italian viewers watched.'
  const { entities, mentions } = entitiesOf(text)
  const idOf = (name: string) => entities.find(entity => entity.name === name)!.id
  const statement: Statement = {
    speaker: idOf('Anna Gruber'),
    source: null,
    cue: null,
    content: [],
    type: 'indirect',
    addressee: null,
    about: entities.map(({ id }) => id),
  }

  it('keeps of what is only spoken about that which the words tell apart', () => {
    const kept = dropIdle(entities, mentions, [statement], []).entities.map(({ name }) => name)
    expect(kept).toContain('French army')
    expect(kept).not.toContain('viewers')
  })

  it('keeps in the article the people and events of war and politics that stand by', () => {
    const idle = entitiesOf('There 30,000 refugees slept. Fire burned. The border conflict is old. Doctors slept.')
    const kept = dropIdle(idle.entities, idle.mentions, [], []).entities
    expect(kept.map(({ name, vague }) => [name, vague])).toEqual([
      ['30,000 refugees', true],
      ['border conflict', true],
      ['doctors', true],
    ])
  })

  it('keeps no bystander that may be an event of the story in other words', () => {
    const { entities: all, mentions: own } = entitiesOf('The UN meeting began. The emergency summit ended late.')
    const [meeting, summit] = all.filter(({ type }) => type === 'event')
    const told: Statement = { ...statement, speaker: meeting!.id, about: [] }
    const kept = dropIdle(all, own, [told], []).entities.map(({ name }) => name)
    expect(kept).toContain(meeting!.name)
    expect(kept).not.toContain(summit!.name)
  })

  it('takes the doubt from names that play a part, and from no others', () => {
    const doubted = entities.map(entity => ({ ...entity, doubtful: true as const }))
    const kept = dropIdle(doubted, mentions, [statement], []).entities
    expect(kept.find(({ name }) => name === 'Anna Gruber')).not.toHaveProperty('doubtful')
    expect(kept.find(({ name }) => name === 'French army')).toHaveProperty('doubtful', true)
  })

  it('keeps the doubt of a body that only lies somewhere', () => {
    const doubted = entities.map(entity => ({ ...entity, doubtful: true as const }))
    const lies = { predicate: 'located_in', subject: idOf('French army'), object: idOf('Anna Gruber') } as Relation
    const kept = dropIdle(doubted, mentions, [], [{ ...lies, assertedBy: null }]).entities
    expect(kept.find(({ name }) => name === 'French army')).toHaveProperty('doubtful', true)
  })

  it('keeps the doubt of an event that only lies somewhere', () => {
    const doubted = entities.map(entity => ({ ...entity, type: 'event' as const, doubtful: true as const }))
    const lies = { predicate: 'located_in', subject: idOf('French army'), object: idOf('Anna Gruber') } as Relation
    const kept = dropIdle(doubted, mentions, [], [{ ...lies, assertedBy: null }]).entities
    expect(kept.find(({ name }) => name === 'French army')).toHaveProperty('doubtful', true)
  })
})

describe('what shows a body', () => {
  const shown = (text: string, name: string) => {
    const start = text.indexOf(name)
    const tree = treeOf(language.analyse(text, clean({ id: 'test', text }).blocks)[0]!)
    const head = tree.tokens.findIndex(token => token.start === start)
    return isShownAsBody({ tree, head, start, end: start + name.length } as Candidate, resources)
  }

  it('is its kind, its staff, its acronym and what it does', () => {
    expect(shown('Shares in telecoms firm Torvak rose.', 'Torvak')).toBe(true)
    expect(shown('They read it in the Torvak newspaper.', 'Torvak')).toBe(true)
    expect(shown('Nobody met the Torvak spokesman.', 'Torvak')).toBe(true)
    expect(shown('He heard it from an analyst at Torvak.', 'Torvak')).toBe(true)
    expect(shown('Torvak announced a deal.', 'Torvak')).toBe(true)
  })

  it('is not that it has fans, or that it is used', () => {
    expect(shown('He met a Torvak fan.', 'Torvak')).toBe(false)
    expect(shown('She plays music on the Torvak.', 'Torvak')).toBe(false)
  })
})

describe('doubt', () => {
  it('falls on what ends as bodies and titles do, where nothing else tells', () => {
    const doubted = (text: string) =>
      entitiesOf(text).entities.some(({ name, doubtful }) => /Torvak/.test(name) && doubtful)
    expect(doubted('He was seen in 24 Hour Torvak People and the music was loud.')).toBe(true)
    expect(doubted('An analyst at Torvak Trust left, and the Torvak Trust said so.')).toBe(false)
  })

  it('falls on rare names that could be read otherwise, not on plain ones', () => {
    const { entities } = entitiesOf(
      'Angela Merkel met John Kerry in Berlin. The Reserve Bank of Australia was silent. The device plays with Torvak and other players.',
    )
    const doubted = entities.filter(({ doubtful }) => doubtful).map(({ name }) => name)
    expect(doubted).toContain('Torvak')
    for (const name of ['Angela Merkel', 'John Kerry', 'Berlin', 'Reserve Bank of Australia'])
      expect(doubted).not.toContain(name)
  })
})
