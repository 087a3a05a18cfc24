import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { HearsayError } from '../errors.ts'
import { type OpenGraph, openGraph } from '../query/open-graph.ts'
import { readGraph, readGraphLines } from '../query/read-graph.ts'
import type { HearsayGraph, ResolvedStatement } from '../types.ts'
import { readNdjson } from './ndjson.ts'

/** Bytes of `graph.json` beyond which it is read line by line: a string ends at 512 MB, and parsing one takes twice as much. */
export const WHOLE_GRAPH_LIMIT = 200_000_000

/**
 * Reads the graph of a built folder, or a `graph.json` given by its path.
 *
 * @throws HearsayError `query/no-graph` when there is none, `query/not-a-graph` when it is something else
 */
export async function readGraphOf(folder: string, limit: number = WHOLE_GRAPH_LIMIT): Promise<HearsayGraph> {
  const path = graphPath(folder)
  try {
    if ((await stat(path)).size <= limit) return readGraph(await readFile(path, 'utf8'), path)
    return await readGraphLines(createInterface({ input: createReadStream(path) }), path)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    throw new HearsayError(
      'query/no-graph',
      path,
      `cannot be read (${(error as Error).message})`,
      'Build a graph first (hearsay build ARTICLES -o graph-out), or name its folder with -g.',
      { cause: error },
    )
  }
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
