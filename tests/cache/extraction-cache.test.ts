import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExtractionCache } from '../../src/cache/extraction-cache.ts'
import { fingerprint } from '../../src/cache/fingerprint.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const document = { id: 'a', text: 'Rome fell.', outlet: 'The Daily' }

describe('the extraction cache', () => {
  it('gives back what was kept, in a later run too', async () => {
    const first = openExtractionCache(folder, 'v1')
    expect(first.get(document)).toBeUndefined()
    await first.put(document, '{"id":"a","emoji":"🏛"}')
    await first.close()
    const second = openExtractionCache(folder, 'v1')
    expect(second.get({ ...document })).toBe('{"id":"a","emoji":"🏛"}')
    await second.close()
  })

  it.each([
    ['other code, models or ontology', 'v2', document],
    ['another text', 'v1', { ...document, text: 'Troy fell.' }],
    ['another outlet', 'v1', { ...document, outlet: 'The Weekly' }],
    ['another id', 'v1', { ...document, id: 'b' }],
  ])('knows nothing of %s', async (_, version, other) => {
    const first = openExtractionCache(folder, 'v1')
    await first.put(document, 'line')
    await first.close()
    const second = openExtractionCache(folder, version)
    expect(second.get(other)).toBeUndefined()
    await second.close()
  })

  it('forgets what a build no longer asks for', async () => {
    const first = openExtractionCache(folder, 'v1')
    await first.put(document, 'line')
    await first.put({ ...document, id: 'gone' }, 'line')
    await first.close()
    const second = openExtractionCache(folder, 'v1')
    second.get(document)
    await second.prune()
    await second.close()
    const third = openExtractionCache(folder, 'v1')
    expect(third.get(document)).toBe('line')
    expect(third.get({ ...document, id: 'gone' })).toBeUndefined()
    await third.close()
  })

  it('says what to do where it cannot write', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openExtractionCache(join(file, 'below'), 'v1')).toThrow(
      /below: the cache cannot be opened .* --no-cache/,
    )
  })
})

describe('the fingerprint', () => {
  it('is the same for the same code and data, and changes with the ontology', () => {
    expect(fingerprint([])).toBe(fingerprint([]))
    expect(fingerprint([{ predicate: 'x' }])).not.toBe(fingerprint([]))
  })
})
