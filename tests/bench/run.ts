/**
 * What the whole pipeline costs, as ratios measured in one run. Speed is that of the code as it ships: it is
 * compiled for the purpose, and measured in processes of plain Node.
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
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDataFiles } from '../../src/data-files.ts'
import { loadMergeResources, merge } from '../../src/pipeline.ts'
import { extractAll } from '../../src/pool/extract-all.ts'
import type { Document, Extraction } from '../../src/types.ts'
import { compile } from './compile.ts'
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

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

function articlesFile(count: number): string {
  const file = join(scratch, `articles-${count}.ndjson`)
  const lines = corpus(count, options.texts).map(document => `${JSON.stringify(document)}\n`)
  writeFileSync(file, lines.join(''))
  return file
}

function measureSpeed<Result>(...parameters: readonly string[]): Result {
  const script = fileURLToPath(new URL('./measure-speed.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`measuring speed failed:\n${stderr}`)
  return JSON.parse(stdout) as Result
}

async function* inputs(documents: readonly Document[]) {
  for (const document of documents) yield { document }
}

async function extractions(documents: readonly Document[], workers: number): Promise<string[]> {
  const lines: string[] = []
  for await (const output of extractAll(inputs(documents), { workers })) if ('line' in output) lines.push(output.line)
  return lines
}

const ROUNDS = 5
const compiled = compile()
const rounds = measureSpeed<{ ours: number; theirs: number; characters: number }[]>(
  compiled,
  articlesFile(200 * (ROUNDS + 1)),
  'ratio',
  String(ROUNDS),
)
const ratios = rounds.map(({ ours, theirs }) => theirs / ours).sort((a, b) => a - b)
const total = (part: 'ours' | 'characters') => rounds.reduce((sum, round) => sum + round[part], 0)
say(
  'compromise_ratio',
  ratios[Math.floor(ratios.length / 2)]!,
  'speed of text to extraction over that of compromise tagging the same text, one core; the middle one of:',
)
if (!options.json) process.stdout.write(`  ${ratios.map(ratio => ratio.toFixed(2)).join(', ')}\n`)
say('mb_per_second', total('characters') / 1e6 / total('ours'), 'text to extraction on one core')

const { one, two } = measureSpeed<{ one: number; two: number }>(compiled, articlesFile(1000), 'threads')
say('two_core_speedup', one / two, 'text to extraction of 1,000 articles, two threads against one')
const points: [number, number][] = []
let mergeShare = 0
for (const size of [100, 400, 1600]) {
  const before = process.cpuUsage()
  const lines = await extractions(corpus(size, options.texts), 1)
  const extracted = processorSecondsSince(before)
  const records = lines.map(line => JSON.parse(line) as Extraction)
  await merge(records, loadMergeResources(openDataFiles))
  const all = processorSecondsSince(before)
  points.push([size, all])
  mergeShare = (all - extracted) / extracted
  if (!options.json) process.stdout.write(`  ${size} articles: ${all.toFixed(1)} s of processor time\n`)
}
say('merge_per_extract', mergeShare, 'merging over extracting, 1,600 articles')

function processorSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

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
  const report = `import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + ' CPU ' + (process.cpuUsage().user + process.cpuUsage().system)))`
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      `data:text/javascript,${encodeURIComponent(report)}`,
      main,
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
  points.push([Number(options.articles), Number(/CPU (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1e6])
  say('build_cpu_seconds', points.at(-1)![1], 'its processor time, all threads together')
  say(
    options.articles === '50000' ? 'peak_mb_50k' : 'peak_mb',
    Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024,
    'its peak memory',
  )
  rmSync(folder, { recursive: true, force: true })
}

say('scale_exponent', exponent(points), 'growth of all processor time with the number of articles')
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`)

/** Slope of the least-squares line through (log size, log seconds). */
function exponent(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (i: 0 | 1) => logs.reduce((sum, point) => sum + point[i], 0) / logs.length
  const [mx, my] = [mean(0), mean(1)]
  const cross = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
  return cross / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
}
