/**
 * Rebuilds the language model from the treebanks.
 *
 *   npx tsx scripts/train-language.ts [--treebanks ../shared/treebanks] [--out src/data/model]
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readClusters } from '../src/language/clusters.ts'
import { lemmaExceptions } from './language/lemma-exceptions.ts'
import { DEFAULT_OPTIONS, trainModel } from './language/train-model.ts'
import { readTreebanks } from './language/treebank.ts'

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string', default: '../shared/treebanks' },
    out: { type: 'string', default: 'src/data/model' },
    rounds: { type: 'string', default: String(DEFAULT_OPTIONS.parserRounds) },
  },
})
const clusters = readClusters(readFileSync('src/data/model/language-clusters.txt'))
const { train } = readTreebanks(values.treebanks)
const started = performance.now()
const model = trainModel(train, clusters, { ...DEFAULT_OPTIONS, parserRounds: Number(values.rounds) }, line =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`),
)
const lemmas = lemmaExceptions(train, word => clusters.fine(word) !== 0)
save('language.bin', model)
save('language-lemmas.json', new TextEncoder().encode(`${JSON.stringify(lemmas)}\n`))

function save(name: string, bytes: Uint8Array): void {
  const path = join(values.out, name)
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
  console.error(`${path}: ${(bytes.length / 1e6).toFixed(2)} MB`)
}
