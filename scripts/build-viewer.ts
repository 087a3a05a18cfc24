import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { build } from 'vite'

const root = new URL('..', import.meta.url)
const built = new URL('dist/viewer/index.html', root)
const stamp = new URL('dist/viewer/.built-from', root)

/** Fingerprint of everything the page is made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = ['viewer/', 'src/types.ts', 'package-lock.json', 'scripts/build-viewer.ts'].flatMap(path =>
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

function read(url: URL): string | null {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return null
  }
}

/** Lets the browser run and apply only what this build put in, by its hashes. */
function addPolicy(page: string): string {
  const hashes = (pattern: RegExp) =>
    [...page.matchAll(pattern)].map(([, body]) => `'sha256-${createHash('sha256').update(body!).digest('base64')}'`)
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g).join(' ')}`,
    `style-src ${hashes(/<style[^>]*>([\s\S]*?)<\/style>/g).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return page.replace('<!--hearsay:policy-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

const wanted = fingerprint()
if (read(built) === null || read(stamp) !== wanted) {
  await build({ root: new URL('viewer/', root).pathname })
  writeFileSync(built, addPolicy(readFileSync(built, 'utf8')))
  mkdirSync(new URL('.', stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
