import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds the viewer as a static site for any web server: `index.html` with the graph of some articles, and `reader.gz`,
 * with which the page reads articles that its visitors drop, on their own machines.
 *
 * Usage: tsx scripts/build-site.ts [articles, default seeds] [folder, default site]
 */
const [articles = 'seeds', site = 'site'] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
const run = (...words: string[]) =>
  execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

run(join(root, 'scripts/build-viewer.ts'), '--reader')
const graph = mkdtempSync(join(tmpdir(), 'hearsay-site-'))
try {
  run(join(root, 'src/cli/main.ts'), 'build', articles, '-o', graph)
  mkdirSync(site, { recursive: true })
  for (const [from, name] of [
    [graph, 'index.html'],
    [join(root, 'dist/viewer'), 'reader.gz'],
  ] as const) {
    // Whoever loads the site meanwhile gets a whole file.
    copyFileSync(join(from, name), join(site, `${name}.tmp`))
    renameSync(join(site, `${name}.tmp`), join(site, name))
  }
} finally {
  rmSync(graph, { recursive: true })
}
process.stdout.write(`${join(site, 'index.html')} and reader.gz stand ready\n`)
