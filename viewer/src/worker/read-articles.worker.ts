import { extract, loadResources, merge } from '../../../src/browser.ts'
import { articlesBlock } from '../../../src/export/articles.ts'
import { writeJson } from '../../../src/export/json.ts'
import { decodeDocuments } from '../../../src/read/decode-documents.ts'
import type { Extraction } from '../../../src/types.ts'
import type { Archive } from '../model/archive.ts'

export interface ReadRequest {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Models and lexicons: everything under `src/data` that the pipeline opens. */
  readonly data: Archive
}

export type ReadAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly kind: 'graph'; readonly graph: string; readonly articles: string; readonly failures: readonly string[] }
  | { readonly kind: 'nothing'; readonly failures: readonly string[] }

function tell(answer: ReadAnswer): void {
  postMessage(answer)
}

/** The whole pipeline, from the bytes of dropped files to a graph. */
async function read({ files, data }: ReadRequest): Promise<void> {
  tell({ kind: 'progress', done: 0, total: files.length, name: 'the language models' })
  const resources = loadResources(path => {
    const bytes = data.get(path)
    if (bytes === undefined) throw new Error(`the reader lacks ${path}`)
    return bytes
  })
  const extractions: Extraction[] = []
  const failures: string[] = []
  const ids = new Set<string>()
  for (const [order, { name, bytes }] of files.entries()) {
    tell({ kind: 'progress', done: order, total: files.length, name })
    for await (const result of decodeDocuments(name, bytes)) {
      if ('failure' in result) {
        failures.push(result.failure.message)
        continue
      }
      // Files of one name may come from several folders.
      let { id } = result.document
      for (let copy = 2; ids.has(id); copy++) id = `${result.document.id} (${copy})`
      ids.add(id)
      extractions.push(extract({ ...result.document, id }, resources))
    }
  }
  if (extractions.length === 0) return tell({ kind: 'nothing', failures })
  tell({ kind: 'progress', done: files.length, total: files.length, name: 'who is who' })
  const { corpus, graph } = await merge(extractions, resources)
  tell({ kind: 'graph', graph: writeJson(graph), articles: articlesBlock(corpus), failures })
}

addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  read(event.data).catch(error => tell({ kind: 'nothing', failures: [String(error?.message ?? error)] }))
})
