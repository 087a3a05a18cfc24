import { execFileSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readNdjson } from '../../src/cli/ndjson.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { loadMergeResources, merge } from '../../src/pipeline.ts'
import { extractAll, type Input } from '../../src/pool/extract-all.ts'
import type { Extraction } from '../../src/types.ts'
import type { EvalSet } from './sets.ts'

/** Only `id` and `text` are taken: a set's annotations must not reach the product. */
async function* documents(path: string): AsyncGenerator<Input> {
  for await (const line of readNdjson(createReadStream(path), path)) {
    if ('failure' in line) throw line.failure
    const { id, text } = line.value as { id: string; text: string }
    yield { document: { id, text } }
  }
}

/** Runs the pipeline over one set, writes what it found to `out` and gives the file that the scorer reads. */
export async function runSet(set: EvalSet, kit: string, out: string): Promise<string> {
  const gold = join(kit, 'dev', `${set.name}.jsonl`)
  const lines: string[] = []
  for await (const output of extractAll(documents(gold))) {
    if ('failure' in output) throw output.failure
    lines.push(output.line)
  }
  await mkdir(out, { recursive: true })
  const extractions = join(out, `${set.name}.jsonl`)
  await writeFile(extractions, `${lines.join('\n')}\n`)
  if (set.scorer !== 'xdoc') return extractions

  const { corpus } = await merge(
    lines.map(line => JSON.parse(line) as Extraction),
    loadMergeResources(openDataFiles),
  )
  const file = join(out, `${set.name}-entities.jsonl`)
  await writeFile(file, corpus.entities.map(entity => `${JSON.stringify(entity)}\n`).join(''))
  return file
}

/** The scorer's metrics as it prints them with --json. */
export function score(set: EvalSet, kit: string, system: string): unknown {
  return JSON.parse(
    execFileSync('node', [join(kit, 'score.mjs'), set.name, '--system', system, '--json'], { encoding: 'utf8' }),
  )
}

/** The scorer's worst errors of each class, as text. */
export function errors(set: EvalSet, kit: string, system: string, count: number): string {
  const parameters = [join(kit, 'score.mjs'), set.name, '--system', system, '--errors', String(count)]
  return execFileSync('node', parameters, { encoding: 'utf8', maxBuffer: 1 << 28 })
}
