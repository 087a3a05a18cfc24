import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRelations } from '../../src/relations/find-relations.ts'
import type { Statement } from '../../src/types.ts'
import { type MarkedArticle, markedArticle } from '../support/marked-article.ts'
import { ontology, relationsOf } from './read-marked.ts'

describe('direction', () => {
  test.each([
    ['[The army:group] attacked [the rebels:group].', 'The army > attacked > the rebels'],
    ['[The rebels:group] were attacked by [the army:group].', 'the army > attacked > The rebels'],
    ['[The sect:group] received aid from [Norvania:state].', 'Norvania > aided > The sect'],
    [
      '[The villagers:group] were shelled by [the army:group] and [the navy:group].',
      'the navy > attacked > The villagers',
    ],
    ['[Norvania:state] praised [the deal:event] brokered by [Ruritania:state].', 'Ruritania > brokered > the deal'],
    [
      '[The police:group] arrested [the gunmen:group] who attacked [the court:group].',
      'the gunmen > attacked > the court',
    ],
    ['[The army:group] shelled the town, killing [ten nurses:group].', 'The army > killed > ten nurses'],
    ['[The army:group] tried to capture [Kesh:place].', 'The army > captured > Kesh (planned)'],
  ])('%s', (marked, relation) => {
    expect(relationsOf(marked)).toContain(relation)
  })

  test('a place is struck but does not strike', () => {
    expect(relationsOf('[Two nuns:group] were shot dead in [Kesh:place].')).toEqual([])
    expect(
      relationsOf('[Two nuns:group] were killed by [Kesh:place].').filter(line => line.includes('killed')),
    ).toEqual([])
  })

  test('coordinated actors each act', () => {
    const found = relationsOf('[Ruritania:state] and [Norvania:state] condemned [the coup:event].')
    expect(found).toContain('Ruritania > condemned > the coup')
    expect(found).toContain('Norvania > condemned > the coup')
  })

  test('a symmetric deed is told once', () => {
    expect(relationsOf('[Ana Duarte:person] met [Karl Weiss:person].')).toEqual(['Ana Duarte > met_with > Karl Weiss'])
  })

  test('an actor does nothing to itself', () => {
    expect(relationsOf('[The army:group] attacked [itself:group=The army].')).toEqual([])
  })
})

describe('polarity and modality', () => {
  test.each([
    ['[The army:group] did not attack [the rebels:group].', '(negated)'],
    ['[The army:group] never attacked [the rebels:group].', '(negated)'],
    ['[The army:group] will attack [the rebels:group].', '(planned)'],
    ['[The army:group] may attack [the rebels:group].', '(possible)'],
    ['[The army:group] could attack [the rebels:group].', '(possible)'],
    ['[The army:group] plans to attack [the rebels:group].', '(planned)'],
    ['[The army:group] refused to attack [the rebels:group].', '(negated)'],
    ['[The army:group] should attack [the rebels:group].', '(demanded)'],
  ])('%s', (marked, note) => {
    expect(relationsOf(marked)).toContain(`The army > attacked > the rebels ${note}`)
  })

  test('a condition is no fact', () => {
    const found = relationsOf('[Norvania:state] would help if [the army:group] attacked [the rebels:group].')
    expect(found).toContain('the army > attacked > the rebels (possible)')
  })
})

describe('silence', () => {
  test.each([
    'The army attacked the rebels.',
    '[The army:group] attacked at dawn.',
    '[The army:group] and its horses slept.',
    'Rain fell on [Kesh:place] and on [Norvania:state].',
  ])('%s', marked => {
    expect(relationsOf(marked)).toEqual([])
  })
})

/** One statement over the words after `cue`, by the first entity. */
const statement = ({ article, entities }: MarkedArticle, cue: string): Statement => {
  const { text } = article.document
  const start = text.indexOf(cue)
  const content: [number, number] = [start + cue.length + 1, text.length - 1]
  return {
    speaker: entities[0]!.id,
    source: null,
    cue: [start, start + cue.length],
    content: [content],
    type: 'indirect',
    addressee: null,
    about: [],
  }
}

function relationsBy(marked: string, cue: string, published?: string) {
  const given = markedArticle(marked, published)
  const found = findRelations(given.article, given.entities, given.mentions, [statement(given, cue)], ontology)
  const names = new Map<string | null, string>(given.entities.map(({ id, name }) => [id, name]))
  return found.map(relation => ({ ...relation, by: names.get(relation.assertedBy) ?? null }))
}

describe('who claims it', () => {
  test('what stands inside a statement is its speaker’s claim', () => {
    const found = relationsBy('[Ruritania:state] said [the army:group] shelled [Kesh:place].', 'said')
    expect(found).toMatchObject([{ predicate: 'attacked', by: 'Ruritania', negated: false }])
  })

  test('a denial turns its content round', () => {
    const found = relationsBy('[Ruritania:state] denied [the army:group] shelled [Kesh:place].', 'denied')
    expect(found.find(({ predicate }) => predicate === 'attacked')).toMatchObject({ by: 'Ruritania', negated: true })
  })

  test('to claim a violent deed is to accuse its doer', () => {
    const found = relationsBy('[Ruritania:state] claimed [the army:group] shelled [Kesh:place].', 'claimed')
    expect(found.find(({ predicate }) => predicate === 'accused')).toMatchObject({
      subject: 'e1',
      object: 'e2',
      by: null,
    })
  })

  test('what a speaker says others must do is a demand', () => {
    const found = relationsBy('[Ruritania:state] said [the army:group] must leave.', 'said')
    expect(found).toMatchObject([{ predicate: 'demanded', subject: 'e1', object: 'e2' }])
  })

  test('what somebody must be like is none', () => {
    expect(relationsBy('[Ruritania:state] said [the army:group] must fit the plan.', 'said')).toEqual([])
  })

  test('a deed that somebody is accused of is not claimed by the accused', () => {
    const deed = (marked: string, cue: string) =>
      relationsBy(marked, cue).find(({ predicate }) => predicate === 'coerced')
    const case_ = 'a case accusing [it:group=Meridian] of harassing [the women:group]'
    expect(deed(`[Meridian:group] said it won ${case_}.`, 'said')).toMatchObject({ subject: 'e1', by: null })
    expect(deed('[Kesh TV:group] accused [Meridian:group] of harassing [the women:group].', 'accused')).toMatchObject({
      by: 'Kesh TV',
    })
  })
})

describe('time', () => {
  test('the date of the clause, against the day of publication', () => {
    const { article, entities, mentions } = markedArticle(
      '[The army:group] shelled [Kesh:place] on Tuesday.',
      '2021-03-18',
    )
    expect(findRelations(article, entities, mentions, [], ontology)).toMatchObject([{ time: '2021-03-16' }])
  })

  test('else the day of publication, else none', () => {
    const dated = markedArticle('[The army:group] shelled [Kesh:place].', '2021-03-18')
    expect(findRelations(dated.article, dated.entities, dated.mentions, [], ontology)).toMatchObject([
      { time: '2021-03-18' },
    ])
    const undated = markedArticle('[The army:group] shelled [Kesh:place].')
    expect(findRelations(undated.article, undated.entities, undated.mentions, [], ontology)).toMatchObject([
      { time: null },
    ])
  })

  test('the day on which somebody said so is not the day on which it happened', () => {
    const [found] = relationsBy(
      '[Ruritania:state] said on Tuesday [the army:group] shelled [Kesh:place].',
      'said',
      '2021-03-18',
    )
    expect(found?.time).not.toBe('2021-03-16')
  })
})

describe('codes', () => {
  const codesOf = (marked: string) => {
    const { article, entities, mentions } = markedArticle(marked)
    return findRelations(article, entities, mentions, [], ontology).map(({ predicate, code }) => `${predicate} ${code}`)
  }

  test('armies fight, others assault', () => {
    expect(codesOf('[The army:group] attacked [the camp:place].')).toContain('attacked 190')
    expect(codesOf('[The gang:group] attacked [the camp:place].')).toContain('attacked 180')
  })

  test('intentions are promises or threats', () => {
    expect(codesOf('[Ruritania:state] will help [Norvania:state].')).toContain('aided 033')
    expect(codesOf('[Ruritania:state] will attack [Norvania:state].')).toContain('attacked 138')
  })
})

test('words of the article’s own stand for its groups and states', () => {
  const found = relationsOf('In the south [the rebels:group] are strong. The premier visited rebel-held [Kesh:place].')
  expect(found).toContain('the rebels > controls > Kesh')
  expect(relationsOf('[France:state] paid. French warplanes have bombed [Kesh:place].')).toContain(
    'France > attacked > Kesh',
  )
})

test('never throws, and every span and end is sound, whatever the words', () => {
  const word = fc.constantFrom(
    '[Ana Duarte:person]',
    '[Ruritania:state]',
    '[the rebels:group]',
    '[Kesh:place]',
    '[the truce:event]',
    'attacked',
    'killed',
    'was',
    'by',
    'and',
    ',',
    'which',
    'who',
    'to',
    'said',
    'that',
    'not',
    'will',
    'reached',
    'a',
    'deal',
    'with',
    'of',
    '-',
    'held',
    'president',
    'between',
    'despite',
    'having',
    'links',
    'such',
    'as',
    'formerly',
    '"',
    '(',
    '?',
    '.',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), words => {
      const { article, entities, mentions } = markedArticle(words.join(' '), '2021-03-18')
      const ids = new Set(entities.map(({ id }) => id))
      const { length } = article.document.text
      for (const { subject, object, trigger, sentence } of findRelations(article, entities, mentions, [], ontology)) {
        expect(ids.has(subject) && ids.has(object) && subject !== object).toBe(true)
        for (const [start, end] of trigger ? [trigger, sentence] : [sentence]) {
          expect(0 <= start && start < end && end <= length).toBe(true)
        }
      }
    }),
    { numRuns: 300 },
  )
})
