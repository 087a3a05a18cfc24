import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeGexf } from '../../src/export/gexf.ts'
import { renderPage } from '../../src/export/page.ts'
import { type Serving, serve } from '../../src/serve/serve.ts'
import { column, pdfFile } from '../read/pdf-file.ts'
import { eventually, openFile, readReader, readTemplate, startBrowser } from './browser.ts'
import { storyGraph, storyPage } from './story.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bring-'))
let browser: Browser
let template: string
let reader: Buffer
let serving: Serving

// The first time it builds the pipeline for browsers.
beforeAll(async () => {
  reader = readReader()
  template = readTemplate()
  writeFileSync(join(folder, 'index.html'), storyPage(template))
  serving = await serve(folder)
  browser = await startBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await serving?.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, text: string, mimeType = 'text/plain') {
  return { name, mimeType, buffer: Buffer.from(text) }
}

async function open(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files)
}

const articles = [
  file(
    'minister.txt',
    'The French government condemned the attack on Tuesday.\n"Germany supports the ceasefire," Foreign Minister Anna Keller said in Berlin.\nThe United Nations accused rebels of killing civilians in Bamako.',
  ),
  file(
    'page.html',
    '<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1><p>Brazil and Argentina signed a trade agreement on Monday. President Maria Costa met Chancellor Karl Weber in Vienna, officials said. The two sides will meet again in June, the ministry said in a statement on its website.</p></article></body></html>',
    'text/html',
  ),
]

const printed = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    pdfFile([
      column(72, 700, [
        'Norway accused Iceland of breaking the fishing agreement on Friday.',
        'Prime Minister Ingrid Dahl met fishermen in Bergen, and she said',
        'that the two countries would negotiate again in the spring.',
      ]),
    ]),
  ),
}

describe('the size of the page', () => {
  const sizeOf = (page: string) => gzipSync(page, { level: 9 }).length

  it('is at most 600 kB gzipped without the reader of articles and 6 MB with it inside', () => {
    expect(sizeOf(renderPage(template, '{"nodes":[],"edges":[]}'))).toBeLessThan(600_000)
    const whole = renderPage(template, '{"nodes":[],"edges":[]}', '', reader.toString('base64'))
    expect(sizeOf(whole)).toBeLessThan(6_000_000)
  })
})

describe('files that a reader brings', () => {
  it('reads articles in a worker, from the served page, and shows their graph', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    page.setDefaultTimeout(30_000)
    await page.goto(serving.url)
    expect(asked.filter(url => url.includes('reader.gz'))).toEqual([])
    await open(page, ...articles, printed, file('empty.txt', ''))
    await expect
      .poll(() => page.locator('dialog h2').textContent(), { timeout: 50_000 })
      .toBe('Not everything could be read')
    expect(await page.locator('dialog li').textContent()).toContain('empty.txt')
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('#deck').textContent()).toContain('3 articles')
    await page.locator('#query').fill('Keller')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('#reading h2').textContent()).toBe('Anna Keller')
    expect(asked.every(url => url.startsWith(serving.url) || url.startsWith('blob:'))).toBe(true)
    await context.close()
  })

  it('reads articles from a file that carries the reader, without any server', async () => {
    const { page, complaints, close } = await openFile(
      browser,
      renderPage(template, JSON.stringify(storyGraph().export()), '', reader.toString('base64')),
    )
    await open(page, articles[0]!)
    await expect.poll(() => page.locator('#deck').textContent(), { timeout: 50_000 }).toContain('1 article')
    expect(complaints).toEqual([])
    await close()
  })

  it('shows a dropped graph.json and graph.gexf', async () => {
    const { page, close } = await openFile(browser, renderPage(template, '{"nodes":[],"edges":[]}'))
    await eventually(() => page.locator('#notice').textContent()).toContain('This graph is empty')
    await open(page, file('graph.json', JSON.stringify(storyGraph().export())))
    await eventually(() => page.locator('#deck').textContent()).toContain('10 actors · 31 claims')
    const gexf = [...writeGexf(storyGraph())].join('')
    await open(page, file('graph.gexf', gexf))
    await eventually(() => page.locator('#live').textContent()).toContain('Opened a graph of 10 actors and 31 claims')
    await page.locator('#query').fill('Orvania')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('#reading .kicker').textContent()).toBe('State')
    await close()
  })

  it('drops onto the page', async () => {
    const { page, close } = await openFile(browser, storyPage(template))
    const given = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(
        new File(['{"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}'], 'small.json'),
      )
      return transfer
    })
    await page.dispatchEvent('#stage', 'dragover', { dataTransfer: given })
    expect(await page.locator('body').getAttribute('class')).toContain('dropping')
    await page.dispatchEvent('#stage', 'drop', { dataTransfer: given })
    await eventually(() => page.locator('#deck').textContent()).toContain('2 actors · 1 claim')
    await close()
  })

  it.each([
    ['broken.json', '{"nodes":[', 'is not valid JSON'],
    ['other.json', '{"nodes":[]}', 'it has no lists of "nodes" and "edges"'],
    ['broken.gexf', '<gexf><graph>', 'it is not well-formed XML'],
    ['page.gexf', '<html/>', 'it is XML, but no GEXF'],
    ['<img src=x onerror=alert(1)>.gexf', '<a/>', '<img src=x onerror=alert(1)>.gexf cannot be shown'],
    ['article.txt', 'Some text.', 'carries no language models'],
  ])('says what is wrong with %s and keeps the graph', async (name, text, reason) => {
    const { page, complaints, close } = await openFile(browser, storyPage(template))
    await open(page, file(name, text))
    await eventually(() => page.locator('dialog [role=alert]').textContent()).toContain(reason)
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('#deck').textContent()).toContain('10 actors')
    // The browser styles its own report of broken XML, which the page's policy refuses.
    expect(complaints.filter(complaint => !complaint.includes('inline style'))).toEqual([])
    await close()
  })
})
