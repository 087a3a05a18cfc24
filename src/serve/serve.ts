import { realpathSync, statSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import sirv from 'sirv'
import { HearsayError } from '../errors.ts'
import { pagePolicy } from './page-policy.ts'
import { readViewerFile } from './viewer-page.ts'

const loopback = '127.0.0.1'
const readerPath = '/reader.gz'

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number
}

export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves one folder to this machine alone, for the viewer: loopback only, files of the folder (and the viewer's own
 * reader of articles, as `/reader.gz`) only, and only to
 * requests that name this server (a site that points its own name at 127.0.0.1 gets nothing).
 *
 * @throws HearsayError if the folder or the port cannot be had
 */
export async function serve(folder: string, { port = 0 }: ServeOptions = {}): Promise<Serving> {
  const root = openFolder(folder)
  // Files are looked up anew each time: the graph may be built again while it is looked at.
  const files = sirv(root, { dev: true })
  const server = createServer((request, response) => {
    answer(request, response, root, files).catch(() => refuse(response, 500, 'The file could not be read.'))
  })
  await listen(server, port)
  const { port: given } = server.address() as AddressInfo
  return {
    url: `http://${loopback}:${given}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function openFolder(folder: string): string {
  try {
    if (statSync(folder).isDirectory()) return realpathSync(folder)
  } catch {
    throw new HearsayError('view/no-folder', folder, 'there is no such folder', 'Build it: hearsay build -o FOLDER.')
  }
  throw new HearsayError('view/no-folder', folder, 'it is a file', 'Give the folder that hearsay build wrote.')
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject(
        new HearsayError(
          'view/port',
          `port ${port}`,
          `cannot be used (${error.message})`,
          'Give another with --port, or none to take any that is free.',
          { cause: error },
        ),
      ),
    )
    server.listen(port, loopback, resolve)
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  files: ReturnType<typeof sirv>,
): Promise<void> {
  const { port } = request.socket.address() as AddressInfo
  const hosts = [`${loopback}:${port}`, `localhost:${port}`]
  if (!hosts.includes(request.headers.host ?? ''))
    return refuse(response, 421, 'This server answers to localhost only.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only reading is possible.')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
  const path = pathOf(request)
  if (path === readerPath && !(await isInside(root, path))) return sendReader(response)
  if (path === null || !(await isInside(root, path))) return refuse(response, 404, 'There is no such file.')
  if (path.endsWith('.html')) response.setHeader('Content-Security-Policy', pagePolicy(await readPage(root, path)))
  else response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  files(request, response, () => refuse(response, 404, 'There is no such file.'))
}

/** The pipeline with its models, which the viewer asks for when articles are dropped on it. */
async function sendReader(response: ServerResponse): Promise<void> {
  const reader = await readViewerFile('reader.gz')
  if (reader === null) return refuse(response, 404, 'The reader is not built.')
  response.writeHead(200, { 'Content-Type': 'application/gzip', 'Content-Length': reader.length })
  response.end(reader)
}

/** Path of the file within the folder, or null for an address that is none or hidden (`.cache`). */
function pathOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (path.includes('\0') || path.includes('/.')) return null
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return null
  }
}

/** Whether a file lies in the folder, also after all links are followed. */
async function isInside(root: string, path: string): Promise<boolean> {
  try {
    const file = await realpath(join(root, path))
    return file.startsWith(root + sep)
  } catch {
    return false
  }
}

async function readPage(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
  response.end(`${reason}\n`)
}
