/**
 * Speed of text to extraction, in a process of its own that runs plain compiled JavaScript:
 *
 *   node measure-speed.mjs FOLDER ARTICLES ratio ROUNDS   compromise's processor seconds over ours, once a round
 *   node measure-speed.mjs FOLDER ARTICLES threads N      seconds, and seconds of processor time, with N threads
 *
 * FOLDER holds the compiled sources, ARTICLES is NDJSON. Prints JSON.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import nlp from 'compromise'

const [folder, file, mode, number] = process.argv.slice(2)
const load = path => import(pathToFileURL(join(folder, path)).href)
const articles = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Processor seconds of this process: other programs on the machine do not count. */
function processorSeconds(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Both read the same articles in turns, a few at a time; each round has articles of its own, the first warms up. */
async function ratios() {
  const { openDataFiles } = await load('data-files.js')
  const { extract, loadResources } = await load('pipeline.js')
  const { settleBeforeCompiling } = await load('pool/settle-before-compiling.js')
  settleBeforeCompiling()
  const resources = loadResources(openDataFiles)
  const size = Math.floor(articles.length / (Number(number) + 1))
  const results = []
  for (let from = 0; from + size <= articles.length; from += size) {
    const result = { ours: 0, theirs: 0, characters: 0 }
    for (let at = from; at < from + size; at += 10) {
      const some = articles.slice(at, Math.min(at + 10, from + size))
      result.ours += processorSeconds(() => {
        for (const article of some) extract(article, resources)
      })
      result.theirs += processorSeconds(() => {
        for (const { text } of some) nlp(text)
      })
      result.characters += some.reduce((sum, { text }) => sum + text.length, 0)
    }
    results.push(result)
  }
  return results.slice(1)
}

/** From the first article to the last line; models are loaded within, as in every run. */
async function threads() {
  const { extractAll } = await load('pool/extract-all.js')
  async function* inputs() {
    for (const document of articles) yield { document }
  }
  const [started, before] = [performance.now(), process.cpuUsage()]
  let lines = 0
  for await (const output of extractAll(inputs(), { workers: Number(number) })) if ('line' in output) lines++
  if (lines !== articles.length) throw new Error(`${articles.length - lines} articles failed`)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - started) / 1000, processor: (user + system) / 1e6 }
}

process.stdout.write(JSON.stringify(mode === 'ratio' ? await ratios() : await threads()))
