import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { namesIn } from './read-names.ts'

const SEEDS = new URL('../../../seeds/', import.meta.url)

describe('the names of the sample articles', () => {
  for (const file of readdirSync(SEEDS).filter(name => name.endsWith('.txt'))) {
    it(`in ${file} stay as they were read`, async () => {
      const names = namesIn(readFileSync(new URL(file, SEEDS), 'utf8'))
      await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(`../../golden/names-${file}`)
    })
  }
})
