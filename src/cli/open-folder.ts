import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HearsayError } from '../errors.ts'
import { type OpenGraph, openGraph } from '../query/open-graph.ts'
import { readGraph } from '../query/read-graph.ts'
import type { HearsayGraph, ResolvedStatement } from '../types.ts'
import { readNdjson } from './ndjson.ts'

/**
 * Reads the graph of a built folder, or a `graph.json` given by its path.
 *
 * @throws HearsayError `query/no-graph` when there is none, `query/not-a-graph` when it is something else
 */
export async function readGraphOf(folder: string): Promise<HearsayGraph> {
  const path = graphPath(folder)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new HearsayError(
      'query/no-graph',
      path,
      `cannot be read (${(error as Error).message})`,
      'Build a graph first (hearsay build ARTICLES -o graph-out), or name its folder with -g.',
      { cause: error },
    )
  }
  return readGraph(text, path)
}

/** Opens a built folder for questions, with its `statements.ndjson` where it has one. */
export async function openFolder(folder: string): Promise<OpenGraph> {
  const graph = await readGraphOf(folder)
  const path = join(dirname(graphPath(folder)), 'statements.ndjson')
  if (!existsSync(path)) return openGraph(graph)
  const statements: ResolvedStatement[] = []
  for await (const line of readNdjson(createReadStream(path), path)) {
    if ('failure' in line) throw line.failure
    statements.push(line.value as ResolvedStatement)
  }
  return openGraph(graph, statements)
}

function graphPath(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false })?.isFile() ? folder : join(folder, 'graph.json')
}
