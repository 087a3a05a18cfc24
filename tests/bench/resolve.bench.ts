/**
 * Resolution against extraction, and how it grows with the corpus, as ratios measured in one run.
 * Run: npx tsx tests/bench/resolve.bench.ts [NDJSON of {"id", "text"}]
 */
import { openDataFiles } from '../../src/data-files.ts'
import { extract, loadResources } from '../../src/pipeline.ts'
import { loadResolveResources, resolve } from '../../src/resolve/resolve.ts'
import type { Extraction } from '../../src/types.ts'
import { corpus } from './corpus.ts'

const SIZES = [250, 500, 1000, 2225]

const seconds = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1e6
const documents = corpus(SIZES.at(-1)!, process.argv[2] ?? '../shared/eval/dev/bbc-news.jsonl')
const resources = loadResources(openDataFiles)
const before = process.cpuUsage()
const extractions: Extraction[] = documents.map(document => extract(document, resources))
const extracting = seconds(before)
const options = { resources: loadResolveResources(openDataFiles) }
await resolve(extractions.slice(0, 100), options)
let smallest = 0
for (const size of SIZES) {
  // Every n-th article, so that a smaller corpus is as mixed as the whole.
  const part = Array.from({ length: size }, (_, i) => extractions[Math.floor((i * extractions.length) / size)]!)
  const start = process.cpuUsage()
  const { corpus: resolved } = await resolve(part, options)
  const spent = seconds(start)
  if (smallest === 0) smallest = spent / size
  const share = spent / ((extracting * size) / extractions.length)
  console.log(
    `resolve: ${size} articles, ${resolved.entities.length} entities: ${share.toFixed(3)} of extraction, ` +
      `${(spent / size / smallest).toFixed(2)} times the first row an article`,
  )
}
