import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { renderPage } from '../src/export/page.ts'
import { openFile, readTemplate, startBrowser } from '../tests/browser/browser.ts'

/**
 * Holds the viewer against a bare Sigma page with the same made-up graph, in the same browser: time from the start of
 * the load to the first drawing, of filters, and of lighting a neighbourhood. Prints ratios; machines differ.
 *
 * Usage: tsx scripts/bench-viewer.ts [actors] [claims] [rounds]
 */
const [actors = 10_000, claims = 50_000, rounds = 3] = process.argv.slice(2).map(Number)

/** Lehmer's generator, so that every run draws the same graph. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

function makeGraph(): string {
  const random = randomFrom(1)
  const types = ['person', 'state', 'group', 'place', 'event']
  const kinds = ['said', 'accused', 'attacked', 'met_with', 'supported', 'party_to']
  const nodes = Array.from({ length: actors }, (_, index) => {
    const [angle, radius] = [random() * 2 * Math.PI, Math.sqrt(random()) * 1000]
    return {
      key: `n:${index}`,
      attributes: {
        label: `Actor ${index}`,
        entity_type: types[index % 5],
        mentions: Math.ceil(20 / (1 + random() * 20)),
        x: radius * Math.cos(angle),
        y: radius * Math.sin(angle),
        size: 3,
        color: '#0072b2',
      },
    }
  })
  const edges = Array.from({ length: claims }, (_, index) => {
    const kind = kinds[Math.floor(random() * kinds.length)]!
    const text = 'Somebody said that somebody did something to somebody else.'
    return {
      key: `e:${index}`,
      source: `n:${Math.floor(random() ** 2 * actors)}`,
      target: `n:${Math.floor(random() * actors)}`,
      attributes: {
        kind,
        category: kind === 'said' ? 'speech' : 'diplomacy',
        color: '#a3adb8',
        evidence: [
          {
            doc: `d${index % 500}`,
            outlet: `Outlet ${index % 7}`,
            published: `2031-01-${10 + (index % 20)}`,
            span: [0, 59],
            text,
          },
        ],
      },
    }
  })
  return JSON.stringify({ nodes, edges })
}

async function makeBarePage(): Promise<string> {
  const root = fileURLToPath(new URL('../viewer/src/bench/', import.meta.url))
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [viteSingleFile()],
    build: { write: false, rollupOptions: { input: `${root}bare.html` } },
  })
  const parts = (Array.isArray(output) ? output : [output]).flatMap(each => ('output' in each ? each.output : []))
  const page = parts.find(part => part.fileName.endsWith('.html'))
  if (page?.type !== 'asset') throw new Error('the build gave no page')
  return String(page.source)
}

const graph = makeGraph()
const bare = (await makeBarePage()).replace('<!--hearsay:graph-->', () => graph)
const viewer = renderPage(readTemplate(), graph)
const browser = await startBrowser()

/** What a reader does, in words for the page. */
const acts = {
  'filter by type': `document.querySelector('[data-key="type event"]').click()`,
  'filter by kind': `document.querySelector('[data-key="category speech"]').click()`,
  'filter by day': `const last = document.querySelector('[data-key="timeline to"]')
    last.value = 10
    last.dispatchEvent(new Event('input'))`,
  'hover an actor': `document.querySelector('.ranking .actor').dispatchEvent(new PointerEvent('pointerenter'))`,
}

/** Drawn in software, a frame may take seconds after the page is done with it; what comes next must not wait for it. */
const rest = `new Promise(resolve => {
  let [last, quick] = [performance.now(), 0]
  const tick = now => {
    quick = now - last < 40 ? quick + 1 : 0
    last = now
    if (quick === 20) resolve()
    else requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})`

/**
 * Milliseconds from navigation to the first drawing, and of each act: from its start to the end of the frame that shows
 * it, with all that the page does in it.
 */
async function measure(html: string, wanted: readonly string[]): Promise<{ first: number; took: number[] }> {
  const { page, close } = await openFile(browser, html)
  page.setDefaultTimeout(240_000)
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0)
  const first = await page.evaluate(() => performance.getEntriesByName('drawn')[0]!.startTime)
  const took: number[] = []
  for (const act of wanted) {
    await page.evaluate(rest)
    took.push(
      await page.evaluate<number>(`new Promise(resolve => {
        const start = performance.now()
        ${act}
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      })`),
    )
  }
  await close()
  return { first, took }
}

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const results = { bare: [] as number[], refresh: [] as number[], frame: [] as number[], viewer: [] as number[] }
const answers = new Map(Object.keys(acts).map(name => [name, [] as number[]]))
for (let round = 0; round < rounds; round++) {
  const alone = await measure(bare, ['refresh()', 'render()'])
  results.bare.push(alone.first)
  results.refresh.push(alone.took[0]!)
  results.frame.push(alone.took[1]!)
  const { first, took } = await measure(viewer, Object.values(acts))
  results.viewer.push(first)
  ;[...answers.values()].forEach((times, order) => {
    times.push(took[order]!)
  })
}
await browser.close()

const line = (name: string, ours: number[], theirs: number[], what: string) =>
  `${name.padEnd(15)} ${middle(ours).toFixed(0).padStart(6)} ms   ${(middle(ours) / middle(theirs)).toFixed(2)} × ${what} (${middle(theirs).toFixed(0)} ms)\n`
process.stdout.write(`${actors} actors, ${claims} claims, middle of ${rounds}\n`)
process.stdout.write(line('first drawing', results.viewer, results.bare, 'bare Sigma'))
process.stdout.write(`one frame of bare Sigma, nothing changed: ${middle(results.frame).toFixed(0)} ms\n`)
for (const [name, times] of answers) process.stdout.write(line(name, times, results.refresh, "Sigma's own refresh"))
