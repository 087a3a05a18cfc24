import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { HearsayError } from '../../src/errors.ts'
import { type Language, loadLanguage } from '../../src/language/index.ts'
import { CLUSTERS_PATH, MODEL_PATH } from '../../src/language/model.ts'
import type { Block, Sentence, Token } from '../../src/types.ts'

let language: Language
beforeAll(() => {
  language = loadLanguage(openDataFiles)
})

const analyse = (text: string): Sentence[] => language.analyse(text, [{ start: 0, end: text.length, kind: 'text' }])

/** Asserts what every later stage relies on. */
function checkInvariants(text: string, sentences: readonly Sentence[]): void {
  let last = 0
  for (const { start, end, tokens } of sentences) {
    expect(tokens.length).toBeGreaterThan(0)
    expect(tokens[0]!.start).toBe(start)
    expect(tokens.at(-1)!.end).toBe(end)
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(last)
      expect(token.end).toBeGreaterThan(token.start)
      expect(text.slice(token.start, token.end)).toBe(token.form)
      last = token.end
    }
    checkTree(tokens)
  }
}

function checkTree(tokens: readonly Token[]): void {
  expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1)
  // 1: reaches the root; 2: on the path being walked.
  const state = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const path: number[] = []
    let at = i
    while (at !== -1 && state[at] === 0) {
      state[at] = 2
      path.push(at)
      at = tokens[at]!.head
    }
    expect(at === -1 || state[at] === 1).toBe(true)
    for (const word of path) state[word] = 1
  }
  for (const { head, deprel } of tokens) expect(deprel === 'root').toBe(head === -1)
}

/** `dependent -relation-> head` of every word. */
const arcs = (sentence: Sentence) =>
  sentence.tokens.map(({ form, deprel, head }) => `${form} -${deprel}-> ${head < 0 ? '' : sentence.tokens[head]!.form}`)

describe('analyse', () => {
  it.each([
    ['Rebels attacked the city.', ['Rebels -nsubj-> attacked', 'city -obj-> attacked']],
    [
      'The city was attacked by rebels.',
      ['city -nsubj:pass-> attacked', 'was -aux:pass-> attacked', 'rebels -obl:agent-> attacked'],
    ],
    ['The minister said that the army had left the town.', ['minister -nsubj-> said', 'left -ccomp-> said']],
    ['"We will not leave," he said.', ['he -nsubj-> said', 'leave -ccomp-> said', 'not -advmod-> leave']],
    ['The president met the general who led the attack.', ['led -acl:relcl-> general', 'who -nsubj-> led']],
    [
      "Russia's ambassador criticised the report.",
      ['Russia -nmod:poss-> ambassador', 'ambassador -nsubj-> criticised'],
    ],
    ['France and Germany signed the treaty.', ['Germany -conj-> France', 'France -nsubj-> signed']],
    // The tagger alone takes "accused" for a participle.
    [
      'Opposition leader Alexei Navalny, who was jailed in 2021, accused Putin of ordering his poisoning.',
      ['Alexei -nsubj-> accused', 'jailed -acl:relcl-> Alexei', 'Putin -obj-> accused'],
    ],
    ['Barack Obama visited Cuba.', ['Obama -flat-> Barack', 'Barack -nsubj-> visited']],
  ])('%s', (text, expected) => {
    const [sentence, ...rest] = analyse(text)
    expect(rest).toEqual([])
    expect(arcs(sentence!)).toEqual(expect.arrayContaining(expected))
  })

  it('gives tags, universal parts of speech and lemmas', () => {
    const [sentence] = analyse('The ministers were hoping for better talks in 2016.')
    expect(sentence!.tokens.map(({ tag, upos, lemma }) => `${tag}/${upos}/${lemma}`).join(' ')).toBe(
      'DT/DET/the NNS/NOUN/minister VBD/AUX/be VBG/VERB/hope IN/ADP/for JJR/ADJ/good NNS/NOUN/talk IN/ADP/in CD/NUM/2016 ./PUNCT/.',
    )
  })

  it('reads prose blocks only, and says which', () => {
    const text = 'Heading\nBy Jane Doe\nIt rained. It stopped.'
    const blocks: Block[] = [
      { start: 0, end: 7, kind: 'heading' },
      { start: 8, end: 19, kind: 'byline' },
      { start: 20, end: text.length, kind: 'text' },
    ]
    const sentences = language.analyse(text, blocks)
    expect(sentences.map(({ block, start, end }) => [block, text.slice(start, end)])).toEqual([
      [0, 'Heading'],
      [2, 'It rained.'],
      [2, 'It stopped.'],
    ])
    checkInvariants(text, sentences)
  })

  it('gives the same trees whatever was read before, and from another copy of the model', () => {
    const text = 'The army, backed by allies, said it had taken the last rebel-held district of the city on Monday.'
    const before = analyse(text)
    analyse(`${'A very long sentence about nothing at all '.repeat(40)}.`)
    expect(analyse(text)).toEqual(before)
    expect(loadLanguage(openDataFiles).analyse(text, [{ start: 0, end: text.length, kind: 'text' }])).toEqual(before)
  })

  it('holds its promises on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        checkInvariants(text, analyse(text))
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('holds its promises on what resembles news', () => {
    const pieces = [
      ' ',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '.',
      ',',
      '"',
      '“',
      '”',
      "'",
      '’s',
      "n't",
      '-',
      '—',
      '…',
      '(',
      ')',
      '$',
      '%',
      '?!',
      'U.N.',
      'Mr.',
      'p.m.',
      'The',
      'army',
      'said',
      'al-Jaafari',
      'cannot',
      '1,000',
      '5km',
      'http://a.b/c',
      '\u0000',
      '\ud83d',
      'é',
      '中',
      '😀',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), parts => {
        const text = parts.join('')
        checkInvariants(text, analyse(text))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})

describe('hostile input', () => {
  const size = 100_000
  let seed = 1
  const letter = () => {
    seed = (seed * 48271) % 2147483647
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[seed % 64]!
  }
  it.each([
    ['words without punctuation', 'lorem ipsum dolor sit amet '.repeat(size / 27)],
    ['full stops', '. '.repeat(size / 2)],
    ['quotes', '"'.repeat(size)],
    ['quotes apart', '“ '.repeat(size / 2)],
    ['abbreviations', 'U.N. '.repeat(size / 5)],
    ['base64', Array.from({ length: size }, letter).join('')],
    ['NUL', '\0'.repeat(size)],
    ['lone surrogates', '\ud800'.repeat(size)],
    ['hyphens', 'a-'.repeat(size / 2)],
  ])('100 kB of %s', (_, text) => {
    const sentences = analyse(text)
    expect(Math.max(0, ...sentences.map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(250)
    if (sentences.length > 0) checkTree(sentences.at(-1)!.tokens)
  })
})

describe('loadLanguage', () => {
  it.each([
    ['another file', new TextEncoder().encode('not a model at all')],
    ['a cut file', openDataFiles(MODEL_PATH).slice(0, 100_000)],
    ['nothing', new Uint8Array()],
  ])('names the model file when it is %s', (_, bytes) => {
    const load = () => loadLanguage(path => (path === MODEL_PATH ? bytes : openDataFiles(path)))
    expect(load).toThrow(HearsayError)
    expect(load).toThrow(/model\/language\.bin/)
  })

  it('notices a list of words that belongs to another model', () => {
    const words = new TextEncoder().encode('1\tonly two\n')
    expect(() => loadLanguage(path => (path === CLUSTERS_PATH ? words : openDataFiles(path)))).toThrow(
      /another list of words/,
    )
  })
})
