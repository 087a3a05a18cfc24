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

const { page, close } = await openFile(browser, html)
const busiest = await page.locator('.ranking .actor').first().textContent()
await page.locator('.ranking .actor').first().click()
await page.waitForTimeout(400)
const actor = new URL(page.url()).hash
await page.locator('.panel .claim').first().click()
await page.waitForTimeout(400)
const claim = new URL(page.url()).hash
await close()
process.stdout.write(`busiest: ${busiest}\n`)

await shoot('light', '')
await shoot('dark', '', { colorScheme: 'dark' })
await shoot('actor', actor)
await shoot('claim', claim, { colorScheme: 'dark' })
await shoot('phone', '', {
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
})
await browser.close()
