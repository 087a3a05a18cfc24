import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { browserExecutable } from '../support/browser-executable.ts'

/** Starts a browser that draws WebGL in software and never asks the network for anything of its own. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserExecutable(),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

const built = new URL('../../dist/viewer/', import.meta.url)

/** Builds parts of the viewer if they are not up to date; one test file at a time. */
function buildViewer(...options: string[]): void {
  mkdirSync(built, { recursive: true })
  const lock = new URL('.building', built)
  for (const deadline = Date.now() + 280_000; ; ) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (Date.now() > deadline) throw new Error('another build of the viewer does not end', { cause: error })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-viewer.ts', ...options], {
      cwd: new URL('../../', import.meta.url),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } finally {
    rmSync(lock, { recursive: true })
  }
}

/** The built viewer. */
export function readTemplate(): string {
  buildViewer()
  return readFileSync(new URL('index.html', built), 'utf8')
}

/** The reader of articles, `reader.gz`. */
export function readReader(): Buffer {
  buildViewer('--reader')
  return readFileSync(new URL('reader.gz', built))
}

/** A browser for the tests of one file, started before them and closed after. */
export function useBrowser(): { readonly browser: Browser; readonly template: string } {
  let browser: Browser | undefined
  let template = ''
  beforeAll(async () => {
    template = readTemplate()
    browser = await startBrowser()
  }, 300_000)
  afterAll(() => browser?.close())
  return {
    get browser() {
      return browser!
    },
    get template() {
      return template
    },
  }
}

export interface Opened {
  readonly page: Page
  /** What the page or the browser complained of: errors, refused scripts, requests. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** Opens a page as a double click does: a file, without a server. */
export async function openFile(
  browser: Browser,
  html: string,
  { fragment = '', ...options }: BrowserContextOptions & { fragment?: string } = {},
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'))
  const file = join(folder, 'index.html')
  writeFileSync(file, html)
  const context = await browser.newContext({
    viewport: { width: 1360, height: 820 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    if (/^https?:/.test(request.url())) complaints.push(`asked for ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href + fragment)
  return {
    page,
    complaints,
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until what a function gives meets an expectation; machines that test are often busy. */
export function eventually<Value>(value: () => Value | Promise<Value>) {
  return expect.poll(value, { timeout: 40_000, interval: 60 })
}

/** Where all that has one colour stands on the graph, in pixels from the stage's corner: its middle, and how much it is. */
export async function spotOf(page: Page, color: `#${string}`): Promise<{ x: number; y: number; pixels: number }> {
  const picture = await pictureOf(page, '#stage')
  // In words, as scripts that take pictures use this file too and know no browser.
  return page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${picture.toString('base64')}'), letter => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    const [r, g, b] = [1, 3, 5].map(at => Number.parseInt('${color}'.slice(at, at + 2), 16))
    let [x, y, pixels] = [0, 0, 0]
    for (let at = 0; at < data.length; at += 4) {
      if (Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) > 8) continue
      x += (at / 4) % image.width
      y += Math.floor(at / 4 / image.width)
      pixels++
    }
    return { x: x / pixels, y: y / pixels, pixels }
  })()`)
}

/** A picture of a part of the page, once it has come to rest. */
export async function pictureOf(page: Page, selector: string): Promise<Buffer> {
  const clip = await page.locator(selector).boundingBox()
  return page.screenshot({ clip: clip! })
}

/** Follows a link within the page, as its address bar would, and waits until the page stands there. */
export async function go(page: Page, fragment: string): Promise<void> {
  // In words, as scripts that take pictures use this file too and know no browser. The address follows the page after a
  // moment: where it names the place already, the page may stand elsewhere, and is told all the same.
  await page.evaluate(`new Promise(resolve => {
    const hash = ${JSON.stringify(`#${fragment}`)}
    addEventListener('hashchange', () => requestAnimationFrame(() => resolve()), { once: true })
    if (location.hash === hash || (hash === '#' && location.hash === ''))
      dispatchEvent(new HashChangeEvent('hashchange', { newURL: location.href.split('#')[0] + hash }))
    else location.hash = hash
  })`)
}
