import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeLeftovers } from '../../src/cli/remove-leftovers.ts'
import { writeFile } from '../../src/cli/write-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writing a file', () => {
  it('creates the folders it needs and leaves only the file', async () => {
    await writeFile(join(folder, 'a', 'b.txt'), ['one ', 'two'])
    expect(readFileSync(join(folder, 'a', 'b.txt'), 'utf8')).toBe('one two')
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt'])
  })

  it('keeps the earlier file whole when the new one fails half-way', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'before')
    const chunks = function* () {
      yield 'half'
      throw new Error('stop')
    }
    await expect(writeFile(path, chunks())).rejects.toThrow('stop')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('says where it could not write and what to do', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(writeFile(join(folder, 'file', 'a.txt'), ['x'])).rejects.toThrow(/a\.txt: cannot be written .* -o/)
  })
})

describe('removing leftovers', () => {
  it('deletes what a killed process left and nothing else', async () => {
    for (const name of ['graph.json', 'graph.json.999999999.tmp', `graph.json.${process.pid}.tmp`, 'notes.tmp']) {
      writeFileSync(join(folder, name), '')
    }
    await removeLeftovers(folder)
    expect(readdirSync(folder).sort()).toEqual(['graph.json', `graph.json.${process.pid}.tmp`, 'notes.tmp'])
  })

  it('has nothing to do where there is no folder', async () => {
    await expect(removeLeftovers(join(folder, 'none'))).resolves.toBeUndefined()
  })
})
