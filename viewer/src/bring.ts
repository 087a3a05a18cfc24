import { place } from './dom.ts'
import { type Archive, unpack } from './model/archive.ts'
import { readArticles } from './model/read-articles.ts'
import { readGexf } from './model/read-gexf.ts'
import { readGraph, UnreadableGraph } from './model/read-graph.ts'
import type { Story } from './model/story.ts'
import { asRecord } from './model/values.ts'
import type { ReadAnswer, ReadRequest } from './worker/read-articles.worker.ts'

/** Files beyond this are refused before they are read. */
const largestFile = 200_000_000

export interface Brought {
  readonly story: Story
  /** Files or parts of them that could not be read, each with its reason. */
  readonly failures: readonly string[]
}

export type Progress = (share: number, doing: string) => void

/** What was brought cannot be shown; the message says why and what would do. */
export class CannotBring extends Error {}

/**
 * Turns dropped files into a story: one `graph.json` or `graph.gexf` as it is, articles by the whole pipeline in a
 * worker. Nothing leaves the machine.
 *
 * @throws CannotBring
 */
export async function bring(files: readonly File[], tell: Progress): Promise<Brought> {
  const large = files.find(file => file.size > largestFile)
  if (large)
    throw new CannotBring(
      `${large.name} is larger than ${largestFile / 1e6} MB. Build it on the command line: hearsay build.`,
    )
  const [first] = files
  if (first === undefined) throw new CannotBring('Nothing was dropped that is a file.')
  if (files.length === 1 && /\.(gexf|json)$/i.test(first.name)) {
    const story = await readAsGraph(first)
    if (story !== null) return { story, failures: [] }
  }
  return readAsArticles(files, tell)
}

/** The graph in a file, or null if the file is an article's. */
async function readAsGraph(file: File): Promise<Story | null> {
  const text = await file.text()
  try {
    if (/\.gexf$/i.test(file.name)) return readGexf(text)
    const value = asRecord(JSON.parse(text))
    return 'nodes' in value || 'edges' in value ? readGraph(value) : null
  } catch (error) {
    if (error instanceof UnreadableGraph) throw new CannotBring(`${file.name} cannot be shown: ${error.message}.`)
    if (error instanceof SyntaxError) throw new CannotBring(`${file.name} is not valid JSON (${error.message}).`)
    throw error
  }
}

async function readAsArticles(files: readonly File[], tell: Progress): Promise<Brought> {
  tell(0, 'Loading the language models')
  const archive = new Map(await loadReader(size => tell(0, `Loading the language models (${size})`)))
  const code = archive.get('reader.js')!
  archive.delete('reader.js')
  const url = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }))
  const worker = new Worker(url)
  const request: ReadRequest = {
    files: await Promise.all(
      files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
    data: archive,
  }
  try {
    return await new Promise<Brought>((resolve, reject) => {
      worker.onerror = event => reject(new CannotBring(`The articles could not be read (${event.message}).`))
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
        if (data.kind === 'progress') tell(data.done / Math.max(1, data.total), `Reading ${data.name}`)
        else if (data.kind === 'nothing')
          reject(new CannotBring(data.failures.join(' ') || 'There is no article in these files.'))
        // Parts of the pipeline talk to themselves by messages; those are none of ours.
        else if (data.kind === 'graph')
          resolve({
            story: readGraph(JSON.parse(data.graph), readArticles(JSON.parse(data.articles))),
            failures: data.failures,
          })
      }
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
}

/** The pipeline and its models: from within the page, else from beside it, whose size is told. */
async function loadReader(tellSize: (size: string) => void): Promise<Archive> {
  const inside = place('hearsay-reader').textContent.trim()
  if (inside !== '' && !inside.startsWith('<!--'))
    return unpack(await unzip(new Blob([Uint8Array.from(atob(inside), character => character.charCodeAt(0))]).stream()))
  if (location.protocol.startsWith('http')) {
    const response = await fetch('reader.gz').catch(() => null)
    const size = Number(response?.headers.get('content-length'))
    if (size > 0) tellSize(`${(size / 1e6).toFixed(1)} MB`)
    if (response?.ok && response.body) return unpack(await unzip(response.body))
  }
  throw new CannotBring(
    'This file shows graphs; it carries no language models to read articles. Run “hearsay view”, whose page reads them, or “hearsay build” on the articles.',
  )
}

async function unzip(stream: ReadableStream<BufferSource>): Promise<Uint8Array> {
  const unzipped = stream.pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unzipped).arrayBuffer())
}
