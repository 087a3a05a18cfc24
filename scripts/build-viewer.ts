import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { loadResources } from '../src/browser.ts'
import { openDataFiles } from '../src/data-files.ts'

/**
 * Builds what `dist/viewer` holds, each part only when what it is made of has changed:
 * `index.html`, the viewer as one file, a template for the graph; and with `--reader` also `reader.gz`, the pipeline with
 * its models, which the page loads when articles are dropped on it (layout: `viewer/src/model/archive.ts`).
 */
const root = new URL('..', import.meta.url)
const folder = new URL('dist/viewer/', root)
mkdirSync(folder, { recursive: true })
const common = ['package-lock.json', 'scripts/build-viewer.ts', 'viewer/vite.config.ts']

/** Fingerprint of files and folders. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const files = paths.flatMap(path =>
    path.endsWith('/')
      ? readdirSync(new URL(path, root), { recursive: true, encoding: 'utf8' }).map(name => path + name)
      : [path],
  )
  for (const file of files.sort()) {
    const url = new URL(file, root)
    if (statSync(url).isFile()) hash.update(file).update('\0').update(readFileSync(url)).update('\0')
  }
  return hash.digest('hex')
}

async function whenChanged(
  name: string,
  paths: readonly string[],
  make: () => Promise<NodeJS.ArrayBufferView>,
): Promise<void> {
  const made = new URL(name, folder)
  const stamp = new URL(`.${name}.built-from`, folder)
  const wanted = fingerprint([...common, ...paths])
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const bytes = await make()
  const half = new URL(`${name}.tmp`, folder)
  writeFileSync(half, bytes)
  renameSync(half, made)
  writeFileSync(stamp, wanted)
}

async function makePage(): Promise<Buffer> {
  const output = await build({ root: fileURLToPath(new URL('viewer/', root)) })
  const parts = (Array.isArray(output) ? output : [output]).flatMap(each => ('output' in each ? each.output : []))
  const page = parts.find(part => part.fileName === 'index.html')
  if (page?.type !== 'asset') throw new Error('the build gave no index.html')
  return Buffer.from(addPolicy(String(page.source)))
}

/** Lets the browser run and apply only what this build put in, by its hashes. */
function addPolicy(page: string): string {
  const hashes = (pattern: RegExp) =>
    [...page.matchAll(pattern)].map(([, body]) => `'sha256-${createHash('sha256').update(body!).digest('base64')}'`)
  const policy = [
    "default-src 'none'",
    // The parser's matrix kernel is WebAssembly; the keyword allows that and no other evaluation.
    `script-src ${hashes(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hashes(/<style[^>]*>([\s\S]*?)<\/style>/g).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return page.replace('<!--hearsay:policy-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

async function makeReader(): Promise<Buffer> {
  const entry = fileURLToPath(new URL('viewer/src/worker/read-articles.worker.ts', root))
  const output = await build({
    configFile: false,
    // The packages' own notes to other bundlers are no news here.
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^csv-parse$/, replacement: 'csv-parse/browser/esm' },
        { find: /^csv-parse\/sync$/, replacement: 'csv-parse/browser/esm/sync' },
        { find: /^(node:)?stream$/, replacement: 'readable-stream' },
        { find: /^(node:)?buffer$/, replacement: 'buffer/' },
        // linkedom draws nothing here; this is what it takes where there is no canvas.
        {
          find: /^canvas$/,
          replacement: fileURLToPath(new URL('node_modules/linkedom/commonjs/canvas-shim.cjs', root)),
        },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'reader', fileName: 'reader' },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  })
  const parts = (Array.isArray(output) ? output : [output]).flatMap(each => ('output' in each ? each.output : []))
  const code = parts.find(part => part.type === 'chunk')
  if (code?.type !== 'chunk') throw new Error('the build gave no reader')
  const files = new Map([['reader.js', new TextEncoder().encode(code.code)]])
  loadResources(path => {
    const bytes = new Uint8Array(openDataFiles(path))
    files.set(path, bytes)
    return bytes
  })
  return gzipSync(pack(files), { level: 9 })
}

function pack(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const table = new TextEncoder().encode(JSON.stringify([...files].map(([path, bytes]) => [path, bytes.length])))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, table.length, true)
  return Buffer.concat([length, table, ...files.values()])
}

await whenChanged('index.html', ['viewer/', 'src/types.ts', 'src/export/', 'src/util/'], makePage)
if (process.argv.includes('--reader'))
  await whenChanged('reader.gz', ['src/', 'viewer/src/worker/', 'viewer/src/model/archive.ts'], makeReader)
