import { readFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import type { Download, Page } from 'playwright-core'
import { SaxesParser } from 'saxes'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseJudgements } from '../../src/resolve/judgements.ts'
import { eventually, go, type Opened, openFile, pictureOf, useBrowser } from './browser.ts'
import { storyPage } from './story.ts'

const used = useBrowser()
let opened: Opened
let page: Page

beforeAll(async () => {
  opened = await openFile(used.browser, storyPage(used.template))
  page = opened.page
})

beforeEach(() => go(page, ''))

const deck = () => page.locator('#deck').textContent()
const heading = () => page.locator('#reading h2').textContent()

describe('asking', () => {
  it('finds the path between two actors, with a sentence for each step', async () => {
    await go(page, 'actor=s%3Aorvania')
    await page.getByRole('combobox', { name: /Find the path from Orvania/ }).fill('oona')
    await page.keyboard.press('Enter')
    await eventually(heading).toBe('From Orvania to Oona Feld')
    expect(await page.locator('.steps > li > h3').allTextContents()).toEqual([
      'Orvania → Kessary',
      'Kessary → Oona Feld',
    ])
    expect(await page.locator('.steps blockquote').first().textContent()).toBe(
      'Orvania attacked Kessary itself to win sympathy abroad, Davit Oruz said on Thursday.',
    )
    await eventually(() => page.url()).toContain('path=')
    await page.getByRole('button', { name: 'End the path' }).click()
    await eventually(heading).toBe('Who says what about whom')
  })

  it('shows the neighbourhood of one actor by steps', async () => {
    await go(page, 'actor=g%3Ariver-league')
    await page
      .getByRole('group', { name: /neighbourhood/ })
      .getByRole('button', { name: '1' })
      .click()
    await eventually(deck).toContain('3 of 10 actors')
    await page
      .getByRole('group', { name: /neighbourhood/ })
      .getByRole('button', { name: '2' })
      .click()
    await eventually(deck).not.toContain('3 of 10 actors')
  })

  it('shows only what one actor asserts', async () => {
    await go(page, 'actor=p%3Ailse-maren')
    await page.getByRole('button', { name: 'Only what it asserts' }).click()
    await eventually(deck).toContain('2 of 31 claims')
    expect(await page.getByRole('button', { name: 'Only what it asserts' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('compares outlets: what one tells alone, what both tell, how each names the same actor', async () => {
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    for (const outlet of ['Harbour Post', 'Tessal Daily'])
      await page.locator('.sources').getByRole('button', { name: outlet }).click()
    const columns = page.locator('.columns section')
    await eventually(() => columns.locator('h3').allTextContents()).toEqual([
      'In both1',
      'Only in Harbour Post15',
      'Only in Tessal Daily7',
    ])
    const row = page.locator('.names tr', { hasText: 'Ilse Maren' })
    expect(await row.locator('td').allTextContents()).toEqual(['Ilse Maren (3), Ms Maren (1)', 'Minister Maren (1)'])
    await eventually(() => page.evaluate(() => location.hash)).toContain('compare=')
    await page.getByRole('button', { name: 'Graph', exact: true }).click()
    const colored = await pictureOf(page, '#stage')
    await go(page, '')
    expect(colored.equals(await pictureOf(page, '#stage'))).toBe(false)
  })

  it('arranges in other layouts, and goes back', async () => {
    const given = await pictureOf(page, '#stage')
    for (const layout of ['circle', 'types', 'force', 'noverlap']) {
      await page.getByLabel('Layout').selectOption(layout)
      await eventually(() => page.locator('#live').textContent()).toBe('Arranged')
      await eventually(async () => given.equals(await pictureOf(page, '#stage'))).toBe(false)
      await page.evaluate(() => document.getElementById('live')!.replaceChildren())
    }
    await page.getByLabel('Layout').selectOption('given')
    await eventually(async () => given.equals(await pictureOf(page, '#stage'))).toBe(true)
  })

  it('colours by community, sizes by another measure, letters the lines', async () => {
    for (const act of [
      () => page.getByLabel('Colour').selectOption('community'),
      () => page.getByLabel('Size').selectOption('betweenness'),
      () => page.getByRole('checkbox', { name: 'Line labels' }).check(),
    ]) {
      const before = await pictureOf(page, '#stage')
      await act()
      await eventually(async () => before.equals(await pictureOf(page, '#stage'))).toBe(false)
    }
  })
})

async function downloaded(act: () => Promise<void>): Promise<{ name: string; text: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const bytes = readFileSync((await (download as Download).path())!)
  return { name: download.suggestedFilename(), text: bytes.toString('utf8'), bytes }
}

describe('correcting', () => {
  it('merges, splits, renames, retypes and drops, takes back, and downloads decisions that a build reads', async () => {
    await go(page, 'actor=g%3Ariver-league')
    await page.getByText('Correct', { exact: true }).click()
    await page.getByRole('combobox', { name: /Merge another actor/ }).fill('Residents')
    await page.keyboard.press('Enter')
    await eventually(deck).toContain('9 actors')
    await go(page, 'actor=p%3Adavit-oruz')
    await page.getByText('Correct', { exact: true }).click()
    await page.locator('[data-key="split Oruz"]').click()
    await eventually(deck).toContain('11 actors')
    await page.getByText('Correct', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('David Oruz')
    await page.getByRole('button', { name: 'Rename' }).click()
    await eventually(heading).toBe('David Oruz')
    await page.getByText('Correct', { exact: true }).click()
    await page.locator('[data-key=retype]').selectOption('group')
    await eventually(() => page.locator('#reading .kicker').textContent()).toBe('Group')
    await page.locator('#reading .claim').first().click()
    await page.getByRole('button', { name: 'Wrong: drop this claim' }).click()
    await eventually(heading).toBe('Who says what about whom')
    expect(await page.locator('.corrections li').count()).toBe(4)
    await page.keyboard.press('Control+z')
    await eventually(() => page.locator('.corrections li').count()).toBe(3)
    const { name, text } = await downloaded(() =>
      page.getByRole('button', { name: 'Download judgements.json' }).click(),
    )
    expect(name).toBe('judgements.json')
    const signed = { by: 'person', score: null }
    expect(parseJudgements(text, name)).toEqual([
      { verdict: 'different', a: 'p:davit oruz', b: 'p:oruz', ...signed, why: 'split in the viewer' },
      { verdict: 'name', a: 'p:davit oruz', ...signed, why: 'renamed in the viewer', name: 'David Oruz' },
      { verdict: 'type', a: 'p:davit oruz', ...signed, why: 'type given in the viewer', type: 'group' },
    ])
    await page.keyboard.press('Control+Shift+z')
    await eventually(() => page.locator('.corrections li').count()).toBe(4)
    const again = await downloaded(() => page.getByRole('button', { name: 'Download judgements.json' }).click())
    expect(parseJudgements(again.text, name).at(-1)).toMatchObject({
      verdict: 'wrong',
      a: 'p:davit oruz',
      by: 'person',
    })
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: /^Take back: Davit Oruz is called/ }).click()
    await eventually(() => page.locator('.corrections li').count()).toBe(2)
  })

  it('says who is the same in the form that a build reads', async () => {
    await go(page, `edits=${encodeURIComponent('[{"kind":"merge","keep":"g:river-league","drop":"g:residents"}]')}`)
    await eventually(deck).toContain('9 actors')
    const { text } = await downloaded(() => page.getByRole('button', { name: 'Download judgements.json' }).click())
    expect(parseJudgements(text, 'judgements.json')).toMatchObject([
      { verdict: 'same', a: 'g:river league', b: 'g:residents of kessary', by: 'person' },
    ])
  })
})

describe('taking away', () => {
  async function take(label: string) {
    await page.getByText('Take away', { exact: true }).click()
    return downloaded(() => page.locator('.menu').getByRole('button', { name: label }).click())
  }

  it('gives what is shown as JSON that graphology reads', async () => {
    await page.getByRole('button', { name: 'Show only Conflict' }).click()
    await eventually(deck).toContain('5 of 31 claims')
    const { text } = await take('Data')
    const graph = MultiDirectedGraph.from(JSON.parse(text))
    expect([graph.order, graph.size]).toEqual([5, 5])
    expect(graph.getEdgeAttribute('g:free-sluice|attacked|l:kessary', 'evidence')).toHaveLength(2)
  })

  it('gives GEXF that parses, with all that is shown', async () => {
    const { text } = await take('Gephi')
    const parser = new SaxesParser({ xmlns: true })
    const counts: Record<string, number> = {}
    parser.on('error', error => {
      throw error
    })
    parser.on('opentag', ({ local }) => {
      counts[local] = (counts[local] ?? 0) + 1
    })
    parser.write(text).close()
    expect(counts).toMatchObject({ node: 10, edge: 31 })
  })

  it('gives a picture of twice the size and a drawing with its legend', async () => {
    const { bytes } = await take('Picture')
    const stage = (await page.locator('#stage').boundingBox())!
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(Math.floor(stage.width) * 2)
    const { text } = await take('Drawing')
    expect(text).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    for (const words of ['Free Sluice', 'Person', 'Event']) expect(text).toContain(`>${words}</text>`)
  })

  it('lays the evidence out for paper', async () => {
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.getByText('Take away', { exact: true }).click()
    await page.locator('.menu').getByRole('button', { name: 'Evidence' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#print').isVisible()).toBe(true)
    expect(await page.locator('#desk').isVisible()).toBe(false)
    expect(await page.locator('#print section').count()).toBe(31)
    await page.emulateMedia({ media: 'screen' })
  })

  it('left nothing to complain of', () => {
    expect(opened.complaints).toEqual([])
  })
})
