/** How fast the language room is, beside whole compromise on the same text in the same run. */
import nlp from 'compromise'
import type { Language } from '../../src/language/index.ts'

export interface Speed {
  /** Words tagged and parsed a second of one core's time, words being given. */
  readonly tokensPerSecond: number
  /** Time of `nlp(text)` over time of tokenising, tagging and parsing; above 1 ours is the faster. */
  readonly compromiseRatio: number
}

/** Processor time of `work` in seconds, the best of `times` runs. */
function best(times: number, work: () => void): number {
  let least = Infinity
  for (let run = 0; run < times; run++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

export function measureSpeed(language: Language, paragraphs: readonly string[]): Speed {
  const analyse = () =>
    paragraphs.flatMap(text => language.analyse(text, [{ start: 0, end: text.length, kind: 'text' }]))
  const sentences = analyse()
  const forms = sentences.map(({ tokens }) => tokens.map(({ form }) => form))
  const words = forms.reduce((sum, sentence) => sum + sentence.length, 0)
  const parsing = best(5, () => {
    for (const sentence of forms) language.parseForms(sentence)
  })
  const ours = best(5, () => {
    analyse()
  })
  const theirs = best(3, () => {
    for (const text of paragraphs) nlp(text)
  })
  return { tokensPerSecond: words / parsing, compromiseRatio: theirs / ours }
}
