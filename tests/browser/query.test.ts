import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeJson } from '../../src/export/json.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { categoryOf, STORY } from '../graph/story.ts'
import { startBrowser } from './browser.ts'

const root = new URL('../..', import.meta.url).pathname
let folder: string
let server: Server
let browser: Browser

beforeAll(async () => {
  // Inside the project, so that packages are found as in anybody's web project.
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache/web-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="/main.ts"></script>')
  writeFileSync(
    join(folder, 'main.ts'),
    `import { openGraph, openSparql, PREFIXES, readGraph, writeGexf, writeNQuads } from '../../src/browser.ts'
     const graph = readGraph(await (await fetch('/graph.json')).text())
     const sparql = await openSparql(writeNQuads(graph), PREFIXES)
     const answer = sparql.ask('SELECT ?who { ?a h:accused ?b. ?a rdfs:label ?who } ORDER BY ?who')
     globalThis.answers = {
       find: openGraph(graph).find('varga')[0].key,
       path: openGraph(graph).paths('Brandt', 'the union')[0].entities.map(({ label }) => label),
       sparql: answer.rows.map(([who]) => who.value),
       gexf: [...writeGexf(graph)].join('').length,
     }`,
  )
  const out = join(folder, 'dist')
  await build({ root: folder, logLevel: 'error', configFile: false, build: { outDir: out, target: 'es2022' } })
  writeFileSync(join(out, 'graph.json'), writeJson(buildGraph(STORY, categoryOf)))
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' }
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : request.url!
    try {
      const body = readFileSync(join(out, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  if (folder) rmSync(folder, { recursive: true })
})

it('queries and SPARQL answer in a web page as they do in Node', async () => {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'answers' in globalThis, undefined, { timeout: 30_000 }).catch(() => {})
  expect(faults).toEqual([])
  expect(await page.evaluate(() => (globalThis as unknown as { answers: unknown }).answers)).toEqual({
    find: 'p:ines-varga',
    path: ['Otto Brandt', 'Calder Lines', "Dockers' Union"],
    sparql: ["Dockers' Union", 'Ines Varga'],
    gexf: expect.any(Number),
  })
})
