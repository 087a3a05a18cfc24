import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readExtractions } from '../../src/cli/read-extractions.ts'
import { openDataFiles } from '../../src/data-files.ts'
import type { HearsayError } from '../../src/errors.ts'
import { extract, loadResources, merge, type Resources } from '../../src/pipeline.ts'
import type { Extraction } from '../../src/types.ts'

const TEXT =
  'Foreign minister Ana Lopez of Spain accused France of breaking the truce on Monday. "It is over," she told reporters in Madrid.'

let resources: Resources
let good: readonly Extraction[]
beforeAll(() => {
  resources = loadResources(openDataFiles)
  good = [0, 1, 2].map(i =>
    extract({ id: `good-${i}`, text: TEXT, published: '2016-12-13', outlet: 'Herald' }, resources),
  )
}, 60_000)

async function read(input: Uint8Array, chunk: number, lineBytes = 1_000_000) {
  const failures: HearsayError[] = []
  const extractions: Extraction[] = []
  async function* chunks() {
    for (let at = 0; at < input.length; at += chunk) yield input.subarray(at, at + chunk)
  }
  for await (const extraction of readExtractions(chunks(), 'news.ndjson', lineBytes, failure => failures.push(failure)))
    extractions.push(extraction)
  return { extractions, failures }
}

type Path = readonly (string | number)[]

/** Every place in a record that holds a value. */
function paths(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  const below = Object.entries(value).flatMap(([key, inner]) =>
    paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? below : [path, ...below]
}

/** The record with another value at a place, or nothing there. */
function replaced(record: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(record) as Record<string, unknown>
  let inner = copy
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>
  const last = path.at(-1)!
  if (value === undefined) delete inner[last]
  else Object.defineProperty(inner, last, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const oddValue = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1e9,
    1.5,
    [],
    {},
    [[3, 1]],
    [0, 9999],
    'e1',
    'e99',
    '__proto__',
    'monster',
    true,
  ),
  fc.jsonValue(),
)

/** A line of an extraction of which one value is another, or one key is added; versions to come may have both. */
const damagedLine = fc
  .record({ pick: fc.nat(), value: oddValue, added: fc.option(fc.tuple(fc.string(), fc.jsonValue())), id: fc.string() })
  .map(({ pick, value, added, id }) => {
    const places = paths(good[0])
    const damaged = replaced(replaced(good[0], ['id'], `odd ${id}`), places[pick % places.length]!, value)
    return JSON.stringify(added ? replaced(damaged, [added[0] || 'version'], added[1]) : damaged)
  })

const brokenLine = fc.oneof(
  fc.string({ unit: 'binary' }).map(text => text.replace(/\n/g, ' ')),
  fc.jsonValue().map(value => JSON.stringify(value)),
  fc.nat().map(cut => JSON.stringify(good[0]).slice(0, cut % 900)),
  fc.constantFrom(
    '{',
    '[]',
    'null',
    '{"id":"x"}',
    '\uFEFF{}',
    '{"id":"x","error":{"code":"a","message":"b"}}',
    '\r',
    '"\ud800"',
  ),
)

describe('the lines that merge reads', () => {
  it('gives the good ones, and names file and line of each other one', async () => {
    const line = fc.oneof(damagedLine, brokenLine)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 4 }), fc.integer({ min: 1, max: 5000 }), async (odd, chunk) => {
        const lines = good.flatMap((extraction, i) => [...odd.slice(i, i + 1), JSON.stringify(extraction)])
        const input = Buffer.from(`${lines.join('\n')}\n`)
        const { extractions, failures } = await read(input, chunk)
        const ids = extractions.map(({ id }) => id)
        expect(ids.filter(id => id.startsWith('good-'))).toEqual(['good-0', 'good-1', 'good-2'])
        for (const { message } of failures) expect(message).toMatch(/^news\.ndjson, line \d+: /)
        const { corpus } = await merge(extractions, resources)
        expect(corpus.documents).toHaveLength(extractions.length)
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('refuses offsets outside the text and ids that are not listed', async () => {
    const [mention] = good[0]!.mentions
    const cases: [Path, unknown, RegExp][] = [
      [['mentions', 0, 'end'], 10_000, /offsets \d+–10000 outside its text/],
      [['mentions', 0, 'start'], mention!.end + 1, /outside its text/],
      [['mentions', 0, 'start'], -1, /mentions\.0\.start/],
      [['mentions', 0, 'start'], 0.5, /mentions\.0\.start/],
      [['mentions', 0, 'entity'], 'e99', /an entity "e99" that it does not list/],
      [['relations', 0, 'sentence'], [0, 10_000], /outside its text/],
      [['entities', 0, 'type'], 'monster', /entities\.0\.type/],
      [['document', 'text'], undefined, /document\.text/],
    ]
    for (const [path, value, message] of cases) {
      const { extractions, failures } = await read(Buffer.from(JSON.stringify(replaced(good[0], path, value))), 100)
      expect(extractions, path.join('.')).toEqual([])
      expect(failures.map(failure => failure.message)).toEqual([expect.stringMatching(message)])
    }
  })

  it('takes what is no date, or no address of the web, for none', async () => {
    const document = { ...good[0]!.document, published: 'yesterday', url: 'javascript:alert(1)' }
    const { extractions } = await read(Buffer.from(JSON.stringify({ ...good[0], document })), 100)
    expect(extractions[0]!.document).toEqual({ text: TEXT, outlet: 'Herald' })
    const written = { ...document, published: '13 December 2016', url: 'https://example.org/a' }
    const again = await read(Buffer.from(JSON.stringify({ ...good[0], document: written })), 100)
    expect(again.extractions[0]!.document).toMatchObject({ published: '2016-12-13', url: 'https://example.org/a' })
  })

  it('refuses a line that is longer than its limit without holding it, and goes on', async () => {
    const long = Buffer.alloc(3_000_000, 'x')
    const line = Buffer.from(`${JSON.stringify(good[1])}\n`)
    const input = Buffer.concat([line, long, Buffer.from('\n'), Buffer.from(JSON.stringify(good[2]))])
    const { extractions, failures } = await read(input, 65_536)
    expect(extractions.map(({ id }) => id)).toEqual(['good-1', 'good-2'])
    expect(failures.map(({ message }) => message)).toEqual([
      'news.ndjson, line 2: is too large (3.0 MB, the limit is 1.0 MB). Split it, or raise the limit lineBytes',
    ])
    expect((await read(input, 65_536, 4_000_000)).failures[0]?.code).toBe('ndjson/invalid')
  })
})
