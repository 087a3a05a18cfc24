/** The corpora that the name tagger is trained on, from the folder of treebanks. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CountryRow } from '../../src/util/country-lexicon.ts'
import { readColumns } from './columns.ts'
import type { GoldDocument } from './corpus.ts'
import { readGum } from './gum.ts'

/** How much each source counts: style of annotation and of text nearer to news counts more. */
export const SOURCE_WEIGHTS: Readonly<Record<string, number>> = {
  wikigold: 2,
  'crossner-ai': 0.5,
  'crossner-literature': 0.3,
  'crossner-music': 0.3,
  'crossner-science': 0.5,
  templates: 0.4,
  silver: 0.4,
}

export const THREE_TYPES: ReadonlySet<string> = new Set(['uner'])

const PEOPLES =
  'European Asian African Arab Kurdish Jewish Palestinian Muslim Christian Islamic Western Hispanic Catholic Protestant Roman Tibetan Flemish Catalan Latino Sunni Shia Shiite Buddhist Hindu Sikh Anglo Slavic Nordic'

export function readDemonyms(data: string): Set<string> {
  const rows = JSON.parse(readFileSync(join(data, 'lexicon/countries.json'), 'utf8')) as CountryRow[]
  return new Set([...rows.flatMap(row => [...row.adjectives, ...row.people]), ...PEOPLES.split(' ')])
}

export function readCorpora(treebanks: string, data: string): GoldDocument[] {
  const demonyms = readDemonyms(data)
  const words = JSON.parse(readFileSync(join(data, 'lexicon/name-words.json'), 'utf8')) as { title: string }
  const titles = new Set(words.title.toLowerCase().split(' '))
  const vocabulary = { demonyms, isTitle: (form: string) => titles.has(form.toLowerCase().replace(/\.$/, '')) }
  const crossner = ['ai', 'literature', 'music', 'science'].flatMap(domain =>
    ['train', 'dev', 'test'].flatMap(part =>
      readColumns(join(treebanks, `ner/crossner-${domain}-${part}.txt`), {
        source: `crossner-${domain}`,
        word: 0,
        label: 1,
        separator: '\t',
      }),
    ),
  )
  return [
    ...readGum(join(treebanks, 'gum-train.conllu'), vocabulary, () => true),
    // the news of GUM's dev part is for measuring
    ...readGum(join(treebanks, 'gum-dev.conllu'), vocabulary, id => !id.includes('_news_')),
    ...readColumns(join(treebanks, 'ner/wikigold.conll'), {
      source: 'wikigold',
      word: 0,
      label: 1,
      separator: ' ',
      document: /^-DOCSTART-/,
    }),
    ...crossner,
    ...readColumns(join(treebanks, 'uner/ewt-dev.iob2'), {
      source: 'uner',
      word: 1,
      label: 2,
      separator: '\t',
      document: /^# newdoc/,
      text: /^# text = (.*)/,
    }),
  ]
}
