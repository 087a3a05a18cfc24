import { describe, expect, it } from 'vitest'
import { extractAll, type Input } from '../../src/pool/extract-all.ts'

const short = (i: number): Input => ({
  document: { id: `short-${i}`, text: `Minister Ana Lopez of Spain accused France of breaking deal number ${i}.` },
})
const SENTENCE =
  'Minister Ana Lopez of Spain told reporters in Madrid that France had broken the truce with the rebels. '
/** Takes many times the second that it is given. */
const long: Input = { document: { id: 'long', text: SENTENCE.repeat(Math.floor(999_000 / SENTENCE.length)) } }

async function* of(inputs: readonly Input[]): AsyncGenerator<Input> {
  yield* inputs
}

async function outcome(inputs: readonly Input[], options: { workers: number; documentSeconds: number }) {
  const results: string[] = []
  for await (const output of extractAll(of(inputs), options))
    results.push('line' in output ? JSON.parse(output.line).id : output.failure.message)
  return results
}

const TOO_SLOW = 'long: took longer than 1 s to extract and was stopped. Split it, or raise the limit documentSeconds.'

describe.each([1, 2])('with %i threads', workers => {
  it('stops a document that takes too long, names it, and does the others in their order', async () => {
    const before = Array.from({ length: 12 }, (_, i) => short(i))
    const behind = Array.from({ length: 12 }, (_, i) => short(i + 12))
    const results = await outcome([...before, long, ...behind], { workers, documentSeconds: 1 })
    expect(results).toEqual([
      ...before.map((_, i) => `short-${i}`),
      TOO_SLOW,
      ...behind.map((_, i) => `short-${i + 12}`),
    ])
  }, 60_000)

  it('gives the same for a long document that is given the time', async () => {
    const { document } = long as { document: { id: string; text: string } }
    const longer = { document: { ...document, text: document.text.slice(0, 60_000) } }
    expect(await outcome([longer, short(1)], { workers, documentSeconds: 60 })).toEqual(['long', 'short-1'])
  }, 60_000)
})
