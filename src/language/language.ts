/** Text to sentences of Universal Dependencies words. */

import type { Block, OpenData, Sentence, Token } from '../types.ts'
import { ownCopy } from '../util/remember.ts'
import { CACHE_LIMIT, type WordType } from './input.ts'
import { type Lemmatise, loadLemmatiser } from './lemmatise.ts'
import { type LanguageModel, readModel } from './model.ts'
import { splitSentences } from './sentences.ts'
import { universalTag } from './universal-tags.ts'
import { splitWords, type WordSpans } from './words.ts'

/** Kinds of block that hold language worth parsing. */
const PROSE: ReadonlySet<string> = new Set(['text', 'heading', 'pull-quote', 'pull-quote-source'])

export interface Language {
  /** The sentences of the blocks that are prose, in text order. Never throws, whatever the text. */
  analyse(text: string, blocks: readonly Block[]): Sentence[]
  /** The words of one sentence whose forms are given; offsets are those of the forms joined by single spaces. */
  parseForms(forms: readonly string[]): Token[]
}

/**
 * Reads the tagger, the parser and their word lists from `src/data/model`.
 *
 * @throws HearsayError `language/model` or `language/lemmas` when a file is missing or not of this version
 */
export function loadLanguage(open: OpenData): Language {
  const model = readModel(open)
  const lemmaOf = rememberLemmas(
    model.tags,
    loadLemmatiser(open, word => model.types.get(word).fine !== 0),
  )
  return {
    analyse: (text, blocks) =>
      blocks.flatMap((block, index) => (PROSE.has(block.kind) ? analyseBlock(text, block, index, model, lemmaOf) : [])),
    parseForms: forms => {
      const starts: number[] = []
      let at = 0
      for (const form of forms) {
        starts.push(at)
        at += form.length + 1
      }
      return parseWords(
        forms,
        starts,
        starts.map((start, i) => start + forms[i]!.length),
        model,
        lemmaOf,
      )
    },
  }
}

/** The lemma of a word, `form` being how it is written, with a tag, given as its place in the model's list. */
type LemmaOf = (word: WordType, form: string, tag: number) => string

/** Lemmas found before are not sought again. */
function rememberLemmas(tags: readonly string[], lemmatise: Lemmatise): LemmaOf {
  const found = new Map<number, string>()
  return ({ serial }, form, tag) => {
    const key = serial * tags.length + tag
    const known = found.get(key)
    if (known !== undefined) return known
    const lemma = lemmatise(ownCopy(form), tags[tag]!)
    if (found.size >= CACHE_LIMIT) found.clear()
    found.set(key, lemma)
    return lemma
  }
}

function analyseBlock(text: string, block: Block, index: number, model: LanguageModel, lemmaOf: LemmaOf): Sentence[] {
  const words: WordSpans = { starts: [], ends: [] }
  splitWords(text, block.start, block.end, words)
  const sentences: Sentence[] = []
  let from = 0
  for (const to of splitSentences(text, words)) {
    const starts = words.starts.slice(from, to)
    const ends = words.ends.slice(from, to)
    const forms = starts.map((start, i) => text.slice(start, ends[i]!))
    sentences.push({
      start: starts[0]!,
      end: ends.at(-1)!,
      tokens: parseWords(forms, starts, ends, model, lemmaOf),
      block: index,
    })
    from = to
  }
  return sentences
}

function parseWords(
  forms: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
  model: LanguageModel,
  lemmaOf: LemmaOf,
): Token[] {
  const n = forms.length
  const words: WordType[] = forms.map(form => model.types.get(form))
  const tags = new Int32Array(n)
  const heads = new Int32Array(n)
  const relations = new Int32Array(n)
  model.reader.read(words, tags, heads, relations)
  // Not mapped: what V8 makes of `map` once it compiles it is an array of another kind, to which all readers must adapt.
  const tokens: Token[] = []
  for (let i = 0; i < n; i++) {
    const form = forms[i]!
    const tag = model.tags[tags[i]!]!
    const deprel = heads[i] === -1 ? 'root' : model.labels[relations[i]!]!
    tokens.push({
      start: starts[i]!,
      end: ends[i]!,
      form,
      lemma: lemmaOf(words[i]!, form, tags[i]!),
      tag,
      upos: universalTag(tag, words[i]!.norm, deprel),
      head: heads[i]!,
      deprel,
    })
  }
  return tokens
}
