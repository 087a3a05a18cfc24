import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, useBrowser } from './browser.ts'

const used = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'hearsay-site-test-'))
/** Sites stand under a path of their own as often as not. */
const under = '/news/graph/'
let server: Server
let address: string
let page: Page
const asked: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-site.ts', 'seeds', folder], { stdio: 'ignore' })
  server = createServer((request, response) => {
    const path = request.url!.startsWith(under) ? request.url!.slice(under.length) || 'index.html' : 'nowhere'
    try {
      const body = readFileSync(join(folder, path))
      const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream'
      response.writeHead(200, { 'content-type': type }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`
  page = await used.browser.newPage({ viewport: { width: 1360, height: 820 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(60_000)
  page.on('request', request => asked.push(request.url()))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(address)
}, 300_000)

afterAll(() => {
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

const deck = () => page.locator('#deck').textContent()

it('shows the sample articles as its example, to be read whole', async () => {
  await eventually(deck).toMatch(/^\d+ actors · \d+ claims · 5 articles/)
  await page.locator('.ranking .actor').first().click()
  await page.locator('.panel .claim').first().click()
  await page.getByRole('button', { name: 'Read in the article' }).first().click()
  await eventually(() => page.locator('#reading .reader .text p').count()).toBeGreaterThan(5)
  expect(asked.filter(url => url.includes('reader.gz'))).toEqual([])
})

it('reads dropped articles in a worker and shows their graph instead', async () => {
  const given = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    const add = (name: string, text: string) => transfer.items.add(new File([text], name))
    add(
      'envoy.txt',
      'The Brazilian government condemned the attack on Tuesday.\n"Portugal supports the ceasefire," Foreign Minister Anna Keller said in Lisbon.',
    )
    add(
      'feed.json',
      JSON.stringify([
        { id: 'one', text: 'Kenya accused Uganda of arming rebels, President Ruto said.', published: '2031-02-03' },
        {
          id: 'two',
          text: 'Uganda denied the charge on Friday. Kenya met Uganda in Kampala.',
          published: '2031-02-09',
        },
      ]),
    )
    return transfer
  })
  await page.dispatchEvent('#stage', 'drop', { dataTransfer: given })
  await expect.poll(deck, { timeout: 60_000 }).toMatch(/3 articles/)
  expect(page.workers().length).toBeLessThanOrEqual(1)
  await page.locator('#query').fill('Uganda')
  await page.keyboard.press('Enter')
  await eventually(() => page.locator('#reading h2').textContent()).toBe('Uganda')
})

it('asked nobody but its own server, which gave files and was sent nothing', () => {
  expect(asked.filter(url => !url.startsWith(address) && !/^(blob|data):/.test(url))).toEqual([])
  expect(new Set(asked.filter(url => url.startsWith('http')).map(url => url.slice(address.length)))).toEqual(
    new Set(['', 'reader.gz']),
  )
  expect(complaints).toEqual([])
})
