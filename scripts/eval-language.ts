/**
 * Measures tagger and parser on text they were not trained on.
 *
 *   npm run eval:language [-- --json] [--treebanks ../shared/treebanks]
 *
 * With gold words: Penn tags over all words; UAS and LAS over all words but punctuation, LAS with subtypes (`las`) and on
 * universal relations alone (`las_universal`). From raw text: F1 as in the CoNLL 2018 shared task.
 */
import { parseArgs } from 'node:util'
import { openDataFiles } from '../src/data-files.ts'
import { loadLanguage } from '../src/language/index.ts'
import { LEMMAS_PATH } from '../src/language/lemmatise.ts'
import { CLUSTERS_PATH, KERNEL_PATH, MODEL_PATH } from '../src/language/model.ts'
import { measureSpeed } from './language/measure-speed.ts'
import { scoreGoldWords } from './language/score.ts'
import { rawText, scoreRaw } from './language/score-raw.ts'
import { readTreebanks } from './language/treebank.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, treebanks: { type: 'string', default: '../shared/treebanks' } },
})
const modelBytes = [MODEL_PATH, CLUSTERS_PATH, KERNEL_PATH, LEMMAS_PATH].reduce(
  (sum, path) => sum + openDataFiles(path).length,
  0,
)
// Processor time: other programs on the machine do not count.
const before = process.cpuUsage()
const language = loadLanguage(openDataFiles)
const spent = process.cpuUsage(before)
const loadMilliseconds = (spent.user + spent.system) / 1000
const { ewtTest, gumTest, gumNews } = readTreebanks(values.treebanks)
const sets = { 'ewt-test': ewtTest, 'gum-test': gumTest, 'gum-news': gumNews }
const round = (value: number) => Math.round(value * 100) / 100
const analyse = (text: string) => language.analyse(text, [{ start: 0, end: text.length, kind: 'text' }])

const gold = Object.fromEntries(
  Object.entries(sets).map(([name, sentences]) => {
    const scores = scoreGoldWords(sentences, language.parseForms)
    return [
      name,
      {
        tag: round(scores.tag),
        uas: round(scores.uas),
        las: round(scores.las),
        las_universal: round(scores.lasUniversal),
        upos: round(scores.upos),
        lemma: round(scores.lemma),
      },
    ]
  }),
)
const raw = Object.fromEntries(
  Object.entries(sets).map(([name, sentences]) => {
    const scores = scoreRaw(sentences, analyse)
    return [name, Object.fromEntries(Object.entries(scores).map(([key, value]) => [key, round(value)]))]
  }),
)
const paragraphs = rawText([...gumNews, ...gumTest]).split('\n\n')
const speed = measureSpeed(language, paragraphs)

if (values.json) {
  console.log(
    JSON.stringify({
      ...gold,
      raw,
      tokens_per_second: Math.round(speed.tokensPerSecond),
      compromise_ratio: round(speed.compromiseRatio),
      model_bytes: modelBytes,
      load_ms: Math.round(loadMilliseconds),
    }),
  )
} else {
  console.log('Gold words, own tags (per cent)')
  console.table(gold)
  console.log('Raw text: F1 of words, sentences, tags, heads, heads with universal relation (CoNLL 2018)')
  console.table(raw)
  console.log(
    `${Math.round(speed.tokensPerSecond)} words a second tagged and parsed on one core; tokenised, tagged and parsed ` +
      `${speed.compromiseRatio.toFixed(2)} times as fast as compromise; ` +
      `${(modelBytes / 1e6).toFixed(2)} MB, loaded in ${Math.round(loadMilliseconds)} ms`,
  )
}
