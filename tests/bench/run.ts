/**
 * What the whole pipeline costs, as ratios measured in one run. Speed is that of the code as it ships: it is
 * compiled for the purpose, and measured in processes of plain Node.
 *
 *   npm run bench                          a table
 *   npm run -s bench -- --json             one line of JSON
 *   npm run bench -- --articles 50000      and a build of so many articles, with its peak memory
 *   npm run bench -- --texts FILE          NDJSON of {"id", "text"}; the sample articles where there is no such file
 *
 * `two_core_speedup` compares one core with two, not one thread with two: a single thread would have the second core
 * collect its garbage and compile its code. Each side has a fresh process of its own that `taskset`, where there is one,
 * holds to its cores, and so many articles that the compiling of code, which each thread does for itself, weighs little.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
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
const note = (text: string) => {
  if (!options.json) process.stdout.write(`  ${text}\n`)
}
const say = (name: string, value: number, about: string) => {
  figures[name] = Math.round(value * 1000) / 1000
  if (!options.json) process.stdout.write(`${name.padEnd(22)}${String(figures[name]).padStart(10)}  ${about}\n`)
}

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const compiled = compile()

function articlesFile(count: number): string {
  const file = join(scratch, `articles-${count}.ndjson`)
  const lines = corpus(count, options.texts).map(document => `${JSON.stringify(document)}\n`)
  writeFileSync(file, lines.join(''))
  return file
}

/** Runs a program; `cores` holds it to some of them, `0` or `0,1`, where the system can. */
function run(program: string, parameters: readonly string[], cores?: string): { stdout: string; stderr: string } {
  const whole = cores !== undefined && canPin ? ['taskset', '-c', cores, program] : [program]
  const [command, ...rest] = [...whole, ...parameters]
  const { status, stdout, stderr } = spawnSync(command!, rest, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${parameters.join(' ')} failed:\n${stderr}`)
  return { stdout, stderr }
}
const canPin = spawnSync('taskset', ['-c', '0,1', process.execPath, '--version']).status === 0

function measureSpeed<Result>(parameters: readonly string[], cores?: string): Result {
  const script = fileURLToPath(new URL('./measure-speed.mjs', import.meta.url))
  return JSON.parse(run(process.execPath, [script, compiled, ...parameters], cores).stdout) as Result
}

const ROUNDS = 9
const rounds = measureSpeed<{ ours: number; theirs: number; characters: number }[]>([
  articlesFile(200 * (ROUNDS + 1)),
  'ratio',
  String(ROUNDS),
])
const ratios = rounds.map(({ ours, theirs }) => theirs / ours).sort((a, b) => a - b)
const total = (part: 'ours' | 'characters') => rounds.reduce((sum, round) => sum + round[part], 0)
say(
  'compromise_ratio',
  ratios[Math.floor(ratios.length / 2)]!,
  'speed of text to extraction over that of compromise tagging the same text, one core; the middle one of:',
)
note(ratios.map(ratio => ratio.toFixed(2)).join(', '))
say('mb_per_second', total('characters') / 1e6 / total('ours'), 'text to extraction on one core')

const MANY = 8000
const many = articlesFile(MANY)
interface Spent {
  readonly seconds: number
  readonly processor: number
}
const one = measureSpeed<Spent>([many, 'threads', '1'], '0')
const two = measureSpeed<Spent>([many, 'threads', '2'], '0,1')
say('two_core_speedup', one.seconds / two.seconds, `text to extraction of ${MANY} articles, two cores against one`)
for (const [name, { seconds, processor }] of Object.entries({ 'one core': one, 'two cores': two }))
  note(`${name}: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time`)

interface Build extends Spent {
  readonly extracting: number
  readonly megabytes: number
}

/** Builds so many articles as a user would, threads and all. */
function build(count: number, ...parameters: readonly string[]): Build {
  const file = articlesFile(count)
  const report = `import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(JSON.stringify({ event: 'end', processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }) + '\\n')
})`
  const main = join(compiled, 'cli', 'main.js')
  const output = join(scratch, `build-${count}`)
  const load = ['--import', `data:text/javascript,${encodeURIComponent(report)}`]
  const started = performance.now()
  const { stderr } = run(process.execPath, [
    ...load,
    main,
    'build',
    file,
    ...['-o', output, '--quiet', '--no-cache', '--log-json'],
    ...parameters,
  ])
  const seconds = (performance.now() - started) / 1000
  rmSync(output, { recursive: true, force: true })
  rmSync(file)
  const events = stderr
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as { event: string; stage?: string; seconds?: number } & Partial<Build>)
  const { processor, megabytes } = events.find(({ event }) => event === 'end') as Build
  const extracting = events.find(({ stage }) => stage === 'read, extract')?.seconds ?? Number.NaN
  return { seconds, processor, megabytes, extracting }
}

/** Enough that the start of a process and the compiling of code weigh little. */
const SIZES = [500, 1000, 2000]
const points: [number, number][] = []
for (const size of SIZES) {
  const { processor, seconds, extracting } = build(size, '--workers', '1')
  points.push([size, processor])
  note(`${size} articles: ${processor.toFixed(1)} s of processor time`)
  if (size === SIZES.at(-1))
    say('merge_per_extract', seconds / extracting - 1, `merging over extracting, ${size} articles`)
}

const articles = Number(options.articles)
if (articles > 0) {
  const { seconds, processor, megabytes, extracting } = build(articles)
  say('build_seconds', seconds, `a build of ${articles} articles`)
  note(`${extracting.toFixed(0)} s of it reading and extracting`)
  points.push([articles, processor])
  say('build_cpu_seconds', processor, 'its processor time, all threads together')
  say(articles === 50_000 ? 'peak_mb_50k' : 'peak_mb', megabytes, 'its peak memory')
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
