import { describe, expect, it } from 'vitest'
import { openDataFiles } from '../../src/data-files.ts'
import { loadStatementResources } from '../../src/statements/resources.ts'

const resources = loadStatementResources(openDataFiles)

interface Row {
  readonly name: string
  readonly kind: string
  readonly takes: readonly string[]
  readonly about: string
  readonly verbs: readonly string[]
}
const rows: readonly Row[] = JSON.parse(new TextDecoder().decode(openDataFiles('statements/verbs.json')))

describe('the lexicon of cues', () => {
  it('has rows with a name of their own, a reason, and each verb once', () => {
    expect(new Set(rows.map(row => row.name)).size).toBe(rows.length)
    for (const row of rows) {
      expect(row.about, row.name).toMatch(/\.$/)
      expect(new Set(row.verbs).size, row.name).toBe(row.verbs.length)
      expect(
        row.verbs.every(verb => /^[a-z-]+$/.test(verb)),
        row.name,
      ).toBe(true)
    }
  })

  it('joins what several rows say of a verb, the first row deciding the kind', () => {
    expect([...resources.verbs.get('deny')!.takes]).toEqual(
      expect.arrayContaining([
        ['clause', 'speech'],
        ['object', 'speech'],
      ]),
    )
    expect(resources.verbs.get('tell')!.tells).toBe(true)
    expect(resources.verbs.get('warn')!.topics).toContain('of')
  })
})
