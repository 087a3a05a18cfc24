import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../src/errors.ts'
import {
  type IdentityJudgement,
  parseJudgements,
  sortJudgements,
  writeJudgements,
} from '../../src/resolve/judgements.ts'

const judgement: fc.Arbitrary<IdentityJudgement> = fc.record({
  verdict: fc.constantFrom('same', 'different'),
  a: fc.string({ minLength: 1 }).map(name => `p:x${name.replace(/[\r\n\u2028\u2029]/g, '')}`),
  b: fc.string({ minLength: 1 }).map(name => `g:y${name.replace(/[\r\n\u2028\u2029]/g, '')}`),
  by: fc.constantFrom('rule', 'person'),
  why: fc.string(),
  score: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }).map(x => Math.round(x * 100) / 100),
  ),
})

describe('judgements.json', () => {
  it('reads back what it writes, sorted', () => {
    fc.assert(
      fc.property(fc.array(judgement), judgements => {
        const normal = judgements.map(each => ({ ...each, score: each.score === 0 ? 0 : each.score }))
        expect(parseJudgements(writeJudgements(normal), 'judgements.json')).toEqual(sortJudgements(normal))
      }),
    )
  })

  it('puts one decision on a line, people first', () => {
    const text = writeJudgements([
      { verdict: 'same', a: 'p:x', b: 'p:y', by: 'rule', why: 'one letter apart', score: 0.9 },
      { verdict: 'different', a: 'p:z', b: 'p:y', by: 'person', why: 'brothers', score: null },
    ])
    expect(
      text
        .split('\n')
        .slice(2, 4)
        .map(line => line.includes('"person"')),
    ).toEqual([true, false])
  })

  it('reads names, types and dropped claims that a person gave', () => {
    const corrections = [
      { verdict: 'name', a: 'p:oruz', by: 'person', why: 'misspelt', score: null, name: 'David Oruz' },
      { verdict: 'type', a: 'p:oruz', by: 'person', why: '', score: null, type: 'group' },
      {
        verdict: 'wrong',
        a: 'p:oruz',
        by: 'person',
        why: '',
        score: null,
        b: 's:x',
        predicate: 'accused',
        negated: true,
      },
    ] as const
    expect(parseJudgements(writeJudgements(corrections), 'judgements.json')).toEqual([...corrections])
  })

  it.each([
    ['no JSON', '{'],
    [
      'a name without letters',
      '{"judgements":[{"verdict":"name","a":"p:x","name":" ","by":"person","why":"","score":null}]}',
    ],
    [
      'an unknown type',
      '{"judgements":[{"verdict":"type","a":"p:x","type":"ship","by":"person","why":"","score":null}]}',
    ],
    [
      'a name that a rule gave',
      '{"judgements":[{"verdict":"name","a":"p:x","name":"X","by":"rule","why":"","score":null}]}',
    ],
    [
      'a dropped claim without its other end',
      '{"judgements":[{"verdict":"wrong","a":"p:x","predicate":"said","negated":false,"by":"person","why":"","score":null}]}',
    ],
    ['no list', '{"judgements": 3}'],
    [
      'an unknown verdict',
      '{"judgements":[{"verdict":"maybe","a":"p:x","b":"p:y","by":"person","why":"","score":null}]}',
    ],
    ['a bare name', '{"judgements":[{"verdict":"same","a":"Smith","b":"p:y","by":"person","why":"","score":null}]}'],
  ])('names the file when it holds %s', (_, text) => {
    expect(() => parseJudgements(text, 'out/judgements.json')).toThrow(HearsayError)
    expect(() => parseJudgements(text, 'out/judgements.json')).toThrow(/^out\/judgements\.json: /)
  })

  it('writes an empty file that it can read', () => {
    expect(parseJudgements(writeJudgements([]), 'judgements.json')).toEqual([])
  })
})
