/**
 * What the whole pipeline costs, as ratios measured in one run.
 *
 *   npm run bench                          a table
 *   npm run -s bench -- --json             one line of JSON
 *   npm run bench -- --articles 50000      and a build of so many articles, with its peak memory
 *   npm run bench -- --texts FILE          NDJSON of {"id", "text"}; the sample articles where there is no such file
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import nlp from 'compromise'
import { openDataFiles } from '../../src/data-files.ts'
import { extract, loadMergeResources, loadResources, merge } from '../../src/pipeline.ts'
import { extractAll } from '../../src/pool/extract-all.ts'
import type { Document, Extraction } from '../../src/types.ts'
import { corpus } from './corpus.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    articles: { type: 'string', default: '0' },
    texts: { type: 'string', default: '../shared/eval/dev/bbc-news.jsonl' },
  },
})

const figures: Record<string, number> = {}
const say = (name: string, value: number, about: string) => {
  figures[name] = Math.round(value * 1000) / 1000
  if (!options.json) process.stdout.write(`${name.padEnd(22)}${String(figures[name]).padStart(10)}  ${about}\n`)
}

/** Processor seconds of this process: other programs on the machine do not count. */
function processorSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

async function* inputs(documents: readonly Document[]) {
  for (const document of documents) yield { document }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function extractions(documents: readonly Document[], workers: number): Promise<string[]> {
  const lines: string[] = []
  for await (const output of extractAll(inputs(documents), { workers })) if ('line' in output) lines.push(output.line)
  return lines
}

const texts = corpus(200, options.texts)
const resources = loadResources(openDataFiles)
const warm = corpus(40, options.texts)
const extractAlone = (documents: readonly Document[]) => {
  for (const document of documents) extract(document, resources)
}
const tagWithCompromise = (documents: readonly Document[]) => {
  for (const { text } of documents) nlp(text)
}
extractAlone(warm)
tagWithCompromise(warm)
const ours = processorSeconds(() => extractAlone(texts))
const theirs = processorSeconds(() => tagWithCompromise(texts))
const megabytes = texts.reduce((sum, { text }) => sum + text.length, 0) / 1e6
say(
  'compromise_ratio',
  theirs / ours,
  'speed of text to extraction over that of compromise tagging the same text, one core',
)
say('mb_per_second', megabytes / ours, 'text to extraction on one core')

const many = corpus(400, options.texts)
const one = await seconds(() => extractions(many, 1))
const two = await seconds(() => extractions(many, 2))
say('two_core_speedup', one / two, 'text to extraction, two threads against one')

const sizes = [250, 500, 1000, 2000]
const lines = await extractions(corpus(sizes.at(-1)!, options.texts), 2)
const points: [number, number][] = []
for (const size of sizes) {
  const records = lines.slice(0, size).map(line => JSON.parse(line) as Extraction)
  points.push([size, await seconds(() => merge(records, loadMergeResources(openDataFiles)))])
  if (!options.json) process.stdout.write(`  merge of ${size} articles: ${points.at(-1)![1].toFixed(1)} s\n`)
}
say('scale_exponent', exponent(points), 'growth of merging with the number of articles; reading them is linear')
say(
  'merge_per_extract',
  points.at(-1)![1] / ((ours / texts.length) * sizes.at(-1)!),
  'merging over reading, 2,000 articles',
)

if (Number(options.articles) > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  const file = join(folder, 'articles.ndjson')
  writeFileSync(
    file,
    corpus(Number(options.articles), options.texts)
      .map(d => `${JSON.stringify(d)}\n`)
      .join(''),
  )
  const started = performance.now()
  const main = new URL('../../src/cli/main.ts', import.meta.url).pathname
  const script = `process.argv.splice(1, 1); await import(${JSON.stringify(main)}); process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))`
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      script,
      '--',
      'hearsay',
      'build',
      file,
      '-o',
      join(folder, 'out'),
      '-q',
      '--no-cache',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  say(
    'build_seconds',
    (performance.now() - started) / 1000,
    `a build of ${options.articles} articles, exit code ${status}`,
  )
  say('peak_mb', Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024, 'its peak memory')
  rmSync(folder, { recursive: true, force: true })
}

if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`)

/** Slope of the least-squares line through (log size, log seconds). */
function exponent(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (i: 0 | 1) => logs.reduce((sum, point) => sum + point[i], 0) / logs.length
  const [mx, my] = [mean(0), mean(1)]
  const cross = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
  return cross / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
}
