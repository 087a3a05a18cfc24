import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { openFile, readTemplate, startBrowser } from '../tests/browser/browser.ts'
import { storyPage } from '../tests/browser/story.ts'

/** Takes the pictures of `docs/images` from a built graph (default `graph-out`), or from the tests' invented story. */
const [from = 'graph-out/index.html', into = 'docs/images'] = process.argv.slice(2)
const html = existsSync(from) ? readFileSync(from, 'utf8') : storyPage(readTemplate())
mkdirSync(into, { recursive: true })

const browser = await startBrowser()

async function shoot(name: string, fragment: string, options: Parameters<typeof openFile>[2] = {}): Promise<void> {
  const { page, complaints, close } = await openFile(browser, html, { fragment, ...options })
  await page.waitForTimeout(900)
  await page.screenshot({ path: `${into}/${name}.png` })
  if (complaints.length > 0) process.stderr.write(`${name}: ${complaints.join('\n')}\n`)
  await close()
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
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  for (const order of [0, 1]) await page.locator('.sources .pill').nth(order).click()
  const compare = await link()
  await page.goto(page.url().replace(/#.*/, '#'))
  await page.reload()
  const names = await page.locator('.ranking .actor').allTextContents()
  await page.locator('.ranking .actor').first().click()
  await page.locator('#path-to').fill(names.at(-1)!)
  await page.keyboard.press('Enter')
  const path = await link()
  await close()
  return { actor, claim, article, compare, path }
}

const { actor, claim, article, compare, path } = await findLinks()
await shoot('light', '')
await shoot('dark', actor, { colorScheme: 'dark' })
await shoot('actor', actor)
await shoot('claim', claim)
await shoot('article', article)
await shoot('compare', compare)
await shoot('path', path)
await shoot('table', '#view=table')
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
await shoot('phone', '', phone)
await browser.close()
