import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { articlesBlock } from '../src/export/articles.ts'
import { renderPage } from '../src/export/page.ts'
import type { Corpus, Document, Extraction } from '../src/types.ts'
import { openFile, readTemplate, startBrowser } from '../tests/browser/browser.ts'

/**
 * Takes the pictures of `docs/images` of a built graph.
 *
 * Usage: tsx scripts/screenshots.ts [graph-out] [docs/images]
 */
const [from = 'graph-out', into = 'docs/images'] = process.argv.slice(2)
mkdirSync(into, { recursive: true })

function records<Value>(name: string): Value[] {
  const text = readFileSync(`${from}/${name}.ndjson`, 'utf8').trim()
  return text.split('\n').map(line => JSON.parse(line) as Value)
}

const corpus: Corpus = {
  documents: records<Extraction>('extractions').map(({ id, document }): Document => ({ id, ...document })),
  entities: records('entities'),
  statements: records('statements'),
  relations: records('relations'),
}
const html = renderPage(readTemplate(), readFileSync(`${from}/graph.json`, 'utf8'), articlesBlock(corpus))
const browser = await startBrowser()

async function shoot(name: string, fragment: string, options: Parameters<typeof openFile>[2] = {}): Promise<void> {
  const { page, complaints, close } = await openFile(browser, html, { fragment, ...options })
  await page.waitForTimeout(900)
  writeFileSync(`${into}/${name}.webp`, await toWebp(page, await page.screenshot()))
  if (complaints.length > 0) process.stderr.write(`${name}: ${complaints.join('\n')}\n`)
  await close()
}

/** A picture as the browser itself encodes it in WebP: a third of what PNG takes, and letters as sharp. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const webp = await page.evaluate<string>(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), letter => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.88).split(',')[1]
  })()`)
  return Buffer.from(webp, 'base64')
}

/** Walks through the page and gives the links of what stands there. */
async function findLinks(): Promise<{ actor: string; claim: string; article: string; compare: string; path: string }> {
  const { page, close } = await openFile(browser, html)
  const link = async () => {
    await page.waitForTimeout(350)
    return new URL(page.url()).hash
  }
  await page.locator('.ranking .actor').first().click()
  const actor = await link()
  await page.locator('.panel .claim').first().click()
  const claim = await link()
  const reader = page.getByRole('button', { name: 'Read in the article' }).first()
  if (await reader.isVisible()) await reader.click()
  const article = await link()
  await page.locator('.back').click()
  await page.locator('.back').click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  for (const order of [0, 1]) await page.locator('.sources .pill').nth(order).click()
  const compare = await link()
  await page.goto(page.url().replace(/#.*/, '#'))
  await page.reload()
  const names = await page.locator('.ranking .actor').allTextContents()
  await page.locator('.ranking .actor').first().click()
  // The actor that is mentioned least among those found is farther off than its neighbours.
  await page.locator('#path-to').fill(names.at(-1)!)
  await page.keyboard.press('Enter')
  const path = await link()
  await close()
  return { actor, claim, article, compare, path }
}

const { actor, claim, article, compare, path } = await findLinks()
await shoot('light', '')
await shoot('dark', '', { colorScheme: 'dark' })
await shoot('actor', actor)
await shoot('claim', claim)
await shoot('article', article)
await shoot('compare', compare)
await shoot('path', path)
await shoot('table', '#view=table')
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
await shoot('phone', '', phone)
await browser.close()
