/** Labels open text with a trained tagger, as more (weaker) training material: self-training. */

import { readFileSync } from 'node:fs'
import { openDataFiles } from '../../src/data-files.ts'
import { NAME_TYPES } from '../../src/entities/names/labels.ts'
import type { NameModel } from '../../src/entities/names/model.ts'
import { KERNEL_PATH, RowSums } from '../../src/entities/names/row-sums.ts'
import { type NameLists, NameTagger } from '../../src/entities/names/tag-document.ts'
import type { Language } from '../../src/language/index.ts'
import type { Block } from '../../src/types.ts'
import type { GoldDocument } from './corpus.ts'

/** The texts of a treebank, by document and sentence. */
export function readTexts(file: string): { id: string; sentences: string[] }[] {
  const documents: { id: string; sentences: string[] }[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const id = /^# newdoc id = (.*)/.exec(line)?.[1]
    if (id) documents.push({ id, sentences: [] })
    const text = /^# text = (.*)/.exec(line)?.[1]
    if (text) documents.at(-1)?.sentences.push(text)
  }
  return documents
}

export function labelTexts(
  documents: readonly { readonly id: string; readonly sentences: readonly string[] }[],
  model: NameModel,
  lists: NameLists,
  language: Language,
): GoldDocument[] {
  const tagger = new NameTagger(model, lists, new RowSums(openDataFiles(KERNEL_PATH), model))
  return documents.map(({ id, sentences }) => {
    const starts: number[] = []
    let text = ''
    const blocks: Block[] = sentences.map(sentence => {
      starts.push(text.length)
      text += `${sentence}\n`
      return { start: text.length - 1 - sentence.length, end: text.length - 1, kind: 'text' }
    })
    const parsed = language.analyse(text, blocks)
    const spans = tagger.tag(parsed)
    return {
      id,
      source: 'silver',
      sentences: sentences.map((sentence, block) => ({
        text: sentence,
        spans: parsed.flatMap(({ tokens, block: at }, s) =>
          at !== block
            ? []
            : spans[s]!.map(({ from, to, type }) => ({
                start: tokens[from]!.start - starts[block]!,
                end: tokens[to - 1]!.end - starts[block]!,
                type: NAME_TYPES[type]!,
              })),
        ),
      })),
    }
  })
}
