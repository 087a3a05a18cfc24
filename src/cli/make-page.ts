import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { HearsayError } from '../errors.ts'
import { renderPageChunks } from '../export/page.ts'
import { readViewerPage } from '../serve/viewer-page.ts'
import type { Log } from './log.ts'

/** Most bytes of `graph.json` that a page carries: browsers open more slowly or not at all, and a string ends at 512 MB. */
export const PAGE_GRAPH_LIMIT = 200_000_000

/**
 * The viewer's page with a graph and its articles inside; above the limit the page without them, and a warning.
 *
 * @param graphPath the written `graph.json`, under whichever name
 * @param articles what `ArticlesBlock` makes
 */
export async function* makePage(
  graphPath: string,
  articles: string,
  log: Log,
  limit: number = PAGE_GRAPH_LIMIT,
): AsyncGenerator<string> {
  const page = await readViewerPage()
  const { size } = await stat(graphPath)
  if (size <= limit) {
    yield* renderPageChunks(page, createReadStream(graphPath, 'utf8'), articles)
    return
  }
  log.warning(
    new HearsayError(
      'page/too-large',
      'index.html',
      `stands without the graph, whose ${megabytes(size)} are more than the ${megabytes(limit)} that a page carries`,
      'Open graph.gexf in Gephi, ask with hearsay show, relations, path or query, or build fewer articles.',
    ),
  )
  yield* renderPageChunks(page, nothing())
}

async function* nothing(): AsyncGenerator<string> {}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 3 : 0)} MB`
