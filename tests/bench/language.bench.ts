/**
 * Tokenising, tagging and parsing against `nlp(text)` of whole compromise, on the same paragraphs in the same run.
 * Run: npx tsx tests/bench/language.bench.ts
 */
import { readdirSync, readFileSync } from 'node:fs'
import { measureSpeed } from '../../scripts/language/measure-speed.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { loadLanguage } from '../../src/language/index.ts'

const seeds = new URL('../../seeds/', import.meta.url)
const paragraphs = readdirSync(seeds)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .flatMap(name => readFileSync(new URL(name, seeds), 'utf8').split('\n'))
  .filter(line => line.trim() !== '')
const before = process.cpuUsage()
const language = loadLanguage(openDataFiles)
const spent = process.cpuUsage(before)
const loaded = (spent.user + spent.system) / 1000
const { tokensPerSecond, compromiseRatio } = measureSpeed(language, paragraphs)
console.log(`language: model loaded in ${loaded.toFixed(0)} ms of processor time`)
console.log(`language: ${Math.round(tokensPerSecond)} words a second tagged and parsed`)
console.log(`language: ${compromiseRatio.toFixed(2)} times as fast as compromise, tokenising included`)
