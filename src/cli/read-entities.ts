import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import type { ResolvedEntity } from '../types.ts'
import { readNdjson } from './ndjson.ts'

/**
 * Reads the `entities.ndjson` of a built folder.
 *
 * @throws HearsayError `entities/missing` when there is none
 */
export async function readResolvedEntities(folder: string): Promise<ResolvedEntity[]> {
  const path = join(folder, 'entities.ndjson')
  if (!existsSync(path)) {
    throw new HearsayError(
      'entities/missing',
      path,
      'is not there',
      'Run `hearsay build` first, or name its folder with -g.',
    )
  }
  const entities: ResolvedEntity[] = []
  for await (const line of readNdjson(createReadStream(path), path)) {
    if ('failure' in line) throw line.failure
    entities.push(line.value as ResolvedEntity)
  }
  return entities
}
