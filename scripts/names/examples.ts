/** Turns annotated documents into what the tagger is trained on: our own words, tags and parse, with allowed labels. */

import { LABELS, NAME_TYPES, OUTSIDE, writeLabels } from '../../src/entities/names/labels.ts'
import type { Language } from '../../src/language/index.ts'
import type { Block, Sentence } from '../../src/types.ts'
import type { GoldDocument, GoldSentence } from './corpus.ts'

export interface LabelledSentence {
  readonly sentence: Sentence
  /** By token the labels that may be right, as bits. */
  readonly allowed: Int32Array
}

export interface LabelledDocument {
  readonly id: string
  readonly source: string
  readonly sentences: readonly LabelledSentence[]
}

const OUT = 1 << OUTSIDE
const typeBits = (type: (typeof NAME_TYPES)[number]) => 0b1111 << (1 + 4 * NAME_TYPES.indexOf(type))
const ANY_OTHER = typeBits('other') | typeBits('event')

export interface LabelOptions {
  /** Nationalities, which the corpora treat differently: outside or of type `other`. */
  readonly demonyms: ReadonlySet<string>
  /** Sources that annotate persons, places and groups only. */
  readonly threeTypes: ReadonlySet<string>
}

export function labelDocument(document: GoldDocument, language: Language, options: LabelOptions): LabelledDocument {
  let text = ''
  const blocks: Block[] = []
  for (const sentence of document.sentences) {
    const start = text.length
    text += `${sentence.text}\n`
    blocks.push({ start, end: text.length - 1, kind: 'text' })
  }
  const threeTypes = options.threeTypes.has(document.source)
  const sentences = language.analyse(text, blocks).map(sentence => ({
    sentence,
    allowed: allowedLabels(
      sentence,
      document.sentences[sentence.block]!,
      blocks[sentence.block]!.start,
      threeTypes,
      options,
    ),
  }))
  return { id: document.id, source: document.source, sentences }
}

function allowedLabels(
  { tokens }: Sentence,
  gold: GoldSentence,
  offset: number,
  threeTypes: boolean,
  { demonyms }: LabelOptions,
): Int32Array {
  const allowed = Int32Array.from(tokens, ({ form }) => {
    const loose = demonyms.has(form) || (threeTypes && /^\p{Lu}/u.test(form))
    return loose ? OUT | ANY_OTHER : OUT
  })
  for (const span of gold.spans) {
    const start = span.start + offset
    const end = span.end + offset
    const inside = tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []))
    if (inside.length === 0) continue
    const from = inside[0]!
    const to = inside.at(-1)! + 1
    const crossing = tokens[from]!.start < start || tokens[to - 1]!.end > end + 1
    if (span.type === 'loose' || crossing) {
      for (let i = from; i < to; i++) allowed[i] = OUT | ANY_OTHER
      continue
    }
    for (const type of span.type === 'misc' ? (['other', 'event'] as const) : [span.type]) {
      const labels: number[] = []
      writeLabels({ from, to, type: NAME_TYPES.indexOf(type) }, labels)
      for (let i = from; i < to; i++) {
        const first = span.type !== 'misc' || type === 'other'
        allowed[i] = (first ? 0 : allowed[i]!) | (1 << labels[i]!)
      }
    }
  }
  return allowed
}

/** The single allowed label of each token, or the first that is no name where several are. */
export function plainLabels(allowed: Int32Array): Uint8Array {
  return Uint8Array.from(allowed, bits => {
    for (let label = 0; label < LABELS; label++) if (bits & (1 << label)) return label
    return OUTSIDE
  })
}
