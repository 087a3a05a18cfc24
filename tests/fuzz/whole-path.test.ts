import { zipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { HearsayError } from '../../src/errors.ts'
import { extract, loadResources, merge, type Resources } from '../../src/pipeline.ts'
import { decodeDocuments } from '../../src/read/decode-documents.ts'
import type { Document, Extraction } from '../../src/types.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { SAMPLES } from '../read/samples.ts'
import { hostileText } from './hostile-text.ts'

/** More with `FUZZ=100000 npx vitest run tests/fuzz`. */
const RUNS = Number(process.env.FUZZ ?? 150)
/** A document that takes longer hangs. */
const HANG_SECONDS = 10
/** After so many fuzzed documents a good one must give what it gave at first, and so many go into one graph. */
const BATCH = 50

const GOOD: Document = {
  id: 'good',
  outlet: 'Herald',
  published: '2016-12-13',
  text: 'Foreign minister Ana Lopez of Spain accused France of breaking the truce. "It is over," she told reporters in Madrid.',
}

let resources: Resources
let expected: string
beforeAll(() => {
  resources = loadResources(openDataFiles)
  expected = JSON.stringify(extract(GOOD, resources))
}, 60_000)

type Random = () => number
const upTo = (random: Random, limit: number) => Math.floor(random() * limit)
const pick = <Each>(random: Random, list: readonly Each[]): Each => list[upTo(random, list.length)]!

/** The bytes with some stretches cut out, doubled, or overwritten by anything. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  let current = Buffer.from(bytes)
  for (let wounds = 1 + upTo(random, 6); wounds > 0; wounds--) {
    const at = upTo(random, current.length)
    const length = pick(random, [0, 1, 1, 8, upTo(random, 2000)])
    const insert = pick(random, [
      () => Buffer.from(Array.from({ length: upTo(random, 12) }, () => upTo(random, 256))),
      () => current.subarray(upTo(random, current.length), upTo(random, current.length)),
      () => Buffer.from(hostileText(random).slice(0, 400)),
    ])()
    current = Buffer.concat([current.subarray(0, at), insert, current.subarray(at + length)])
  }
  return current
}

/** A file of any format in any state of damage, or text that nobody would write. */
function fuzzedFile(random: Random): [name: string, bytes: Uint8Array] {
  if (random() < 0.5) return ['a.txt', Buffer.from(hostileText(random))]
  const name = pick(random, Object.keys(SAMPLES))
  return [name, damaged(SAMPLES[name]!, random)]
}

/** Offsets must lie in the text and ids must exist, whatever the text. */
function checkExtraction({ document, entities, mentions, statements, relations }: Extraction): void {
  const ids = new Set(entities.map(({ id }) => id))
  const within = (start: number, end: number) => start >= 0 && start <= end && end <= document.text.length
  expect(mentions.every(({ start, end, entity }) => within(start, end) && ids.has(entity))).toBe(true)
  const spans = statements.flatMap(({ source, cue, content }) => [source, cue, ...content])
  spans.push(...relations.flatMap(({ trigger, sentence }) => [trigger, sentence]))
  expect(spans.every(span => span === null || within(span[0], span[1]))).toBe(true)
  expect(relations.every(({ subject, object }) => ids.has(subject) && ids.has(object))).toBe(true)
}

it(
  `reads, extracts and merges ${RUNS} fuzzed documents without a crash, a hang, or harm to a good one`,
  async () => {
    const random = seededRandom(Number(process.env.FUZZ_SEED ?? 20161213))
    const figures = { files: 0, documents: 0, refused: 0, slowestSeconds: 0, slowest: '', goodKept: 0 }
    let batch: Extraction[] = []
    for (let run = 0; figures.files < RUNS; run++) {
      const [name, bytes] = fuzzedFile(random)
      figures.files++
      const started = process.cpuUsage()
      let results = 0
      for await (const result of decodeDocuments(name, bytes)) {
        results++
        if ('failure' in result) {
          expect(result.failure).toBeInstanceOf(HearsayError)
          figures.refused++
          continue
        }
        const extraction = extract({ ...result.document, id: `${run}-${results}` }, resources)
        checkExtraction(extraction)
        figures.documents++
        batch.push(extraction)
      }
      expect(results, `file ${run}`).toBeGreaterThan(0)
      // Processor time: what else the machine does is no fault of the document.
      const seconds = process.cpuUsage(started).user / 1e6
      if (seconds > figures.slowestSeconds)
        Object.assign(figures, { slowestSeconds: seconds, slowest: `file ${run}, ${name}, ${bytes.length} bytes` })
      expect(seconds, `file ${run}, ${name}`).toBeLessThan(HANG_SECONDS)
      if (figures.files % BATCH !== 0) continue
      expect(JSON.stringify(extract(GOOD, resources))).toBe(expected)
      const { corpus, graph } = await merge([...batch, JSON.parse(expected)], resources)
      expect(corpus.documents).toHaveLength(batch.length + 1)
      expect(graph.getAttribute('documents').some(({ id }) => id === GOOD.id)).toBe(true)
      figures.goodKept++
      batch = []
    }
    if (process.env.FUZZ) console.log(figures)
  },
  60_000 + RUNS * 1000,
)

it(`delivers the good documents that stand among damaged ones in NDJSON and ZIP`, async () => {
  const random = seededRandom(7)
  for (let run = 0; run < Math.max(10, RUNS / 100); run++) {
    const files = Array.from({ length: 6 }, () => fuzzedFile(random))
    // Damage within a line must not hold a line end, which would make it two.
    const broken = files.map(([, bytes]) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/[\r\n]/g, ' '),
    )
    const lines = broken.flatMap((line, i) => [line, JSON.stringify({ ...GOOD, id: `good-${i}` })])
    const entries = files.flatMap(([name, bytes], i): [string, Uint8Array][] => [
      [`${i}/${name}`, bytes],
      [`${i}/good.txt`, Buffer.from(GOOD.text)],
    ])
    for (const [name, bytes] of [
      ['a.ndjson', Buffer.from(lines.join('\n'))],
      ['a.zip', zipSync(Object.fromEntries(entries))],
    ] as const) {
      let kept = 0
      for await (const result of decodeDocuments(name, bytes)) {
        if ('document' in result && result.document.text.trim() === GOOD.text) kept++
      }
      expect(kept, `${name} of run ${run}`).toBeGreaterThanOrEqual(files.length)
    }
  }
}, 120_000)
