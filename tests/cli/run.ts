import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { vi } from 'vitest'
import { writeJson } from '../../src/export/json.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { categoryOf, STORY } from '../graph/story.ts'

/** Runs one command in this process and gives what it wrote. */
export async function run(
  register: (program: Command) => void,
  ...args: string[]
): Promise<{ out: string; err: string }> {
  const program = new Command('hearsay').exitOverride()
  program.configureOutput({ writeErr: () => {} })
  register(program)
  let out = ''
  let err = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    out += chunk
    return true
  })
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(chunk => {
    err += chunk
    return true
  })
  try {
    await program.parseAsync(args, { from: 'user' })
  } finally {
    stdout.mockRestore()
    stderr.mockRestore()
  }
  return { out, err }
}

/** A folder as `hearsay build` leaves it, of the invented story. */
export function storyFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-story-'))
  const lines = (records: readonly unknown[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')
  writeFileSync(join(folder, 'graph.json'), writeJson(buildGraph(STORY, categoryOf)))
  writeFileSync(join(folder, 'entities.ndjson'), lines(STORY.entities))
  writeFileSync(join(folder, 'statements.ndjson'), lines(STORY.statements))
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
