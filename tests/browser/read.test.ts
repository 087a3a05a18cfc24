import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventually, type Opened, openFile, pictureOf, spotOf, useBrowser } from './browser.ts'
import { storyPage } from './story.ts'

const used = useBrowser()
let opened: Opened
let page: Page

beforeAll(async () => {
  opened = await openFile(used.browser, storyPage(used.template))
  page = opened.page
})

const panel = () => page.locator('#reading')

/** Whether an act changes what the eye sees of the graph. */
async function changes(act: () => Promise<void>): Promise<boolean> {
  const before = await pictureOf(page, '#stage')
  await act()
  await page.waitForTimeout(300)
  return !before.equals(await pictureOf(page, '#stage'))
}

describe('a page opened from a file', () => {
  it('draws the graph and says what it holds', async () => {
    await eventually(() => page.locator('#deck').textContent()).toBe(
      '10 actors · 31 claims · 4 articles · 2–14 March 2031',
    )
    const colors = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-overlay')!
      const seen = new Set<string>()
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3]! > 200) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
      return seen.size
    })
    expect(colors).toBeGreaterThan(1)
  })

  it('finds an actor by another of its names and shows all about it', async () => {
    await page.locator('#query').fill('mr oruz')
    await page.locator('.suggestions li').first().click()
    await eventually(() => panel().locator('h2').textContent()).toBe('Davit Oruz')
    expect(await panel().textContent()).toContain("Tessal's chief negotiator")
    expect(await panel().locator('.namings').textContent()).toContain('Tessal DailyDavit Oruz (2), Oruz (1)')
    for (const title of ['What it says', 'What it does', 'What is done to it'])
      expect(await panel().locator('h3').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining(title)]),
      )
  })

  it('lights what is selected', async () => {
    await page.keyboard.press('Escape')
    expect(await changes(() => page.getByRole('button', { name: 'Tessal', exact: true }).first().click())).toBe(true)
    expect(await page.locator('#stage').getAttribute('class')).toContain('dimmed')
  })

  it('shows the sentence, its marks, and who stands behind it', async () => {
    await panel().locator('.claim', { hasText: 'Kessary' }).first().click()
    await eventually(() => panel().locator('h2').textContent()).toBe('Tessal not attacked Kessary')
    const evidence = panel().locator('.evidence')
    expect(await evidence.locator('blockquote').textContent()).toBe(
      'Tessal did not attack Kessary, Davit Oruz told the Northern Wire.',
    )
    expect(await evidence.locator('.mark-trigger').textContent()).toBe('attack')
    expect(await evidence.locator('.mark-subject').textContent()).toBe('Tessal')
    expect(await evidence.locator('.mark-object').textContent()).toBe('Kessary')
    expect(await evidence.locator('.source').textContent()).toBe('Northern Wire · 5 March 2031')
    expect(await evidence.locator('.standing').textContent()).toBe('According to Davit Oruz; in the negative')
    expect(await evidence.getByRole('link').getAttribute('href')).toBe('https://wire.example/attack')
  })

  it('opens the article at the sentence, with actors to go on from', async () => {
    await page.getByRole('button', { name: 'Read in the article' }).click()
    await eventually(() => panel().locator('h2').textContent()).toBe('Blast damages pumping station near Kessary')
    expect((await panel().locator('.text .mark-here').allTextContents()).join('')).toBe(
      'Tessal did not attack Kessary, Davit Oruz told the Northern Wire.',
    )
    expect((await panel().locator('.text .mark-quote').allTextContents()).join('')).toContain('with money and arms')
    await panel().locator('.text .mark-mention', { hasText: 'Oona Feld' }).click()
    await eventually(() => panel().locator('h2').textContent()).toBe('Oona Feld')
  })

  it('keeps what is looked at in the link', async () => {
    await eventually(() => new URL(page.url()).hash).toContain('actor=p%3Aoona-feld')
    const again = await openFile(used.browser, storyPage(used.template), { fragment: new URL(page.url()).hash })
    await eventually(() => again.page.locator('#reading h2').textContent()).toBe('Oona Feld')
    await again.close()
  })

  it('changes between light and dark', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await page.getByRole('button', { name: /^Theme: auto/ }).click()
    const light = await ground()
    expect(await changes(() => page.getByRole('button', { name: /^Theme: light/ }).click())).toBe(true)
    expect(await ground()).not.toBe(light)
    await page.getByRole('button', { name: /^Theme: dark/ }).click()
  })

  it('selects what is clicked on the drawing', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Fit all that is shown' }).click()
    await page.waitForTimeout(300)
    const stage = (await page.locator('#stage').boundingBox())!
    // The only event is the Lake Accord.
    const spot = await spotOf(page, '#cc79a7')
    expect(spot.pixels).toBeGreaterThan(50)
    await page.mouse.click(stage.x + spot.x, stage.y + spot.y)
    await eventually(() => panel().locator('h2').textContent()).toBe('Lake Accord')
  })

  it('asks nothing of any network and breaks no policy', () => {
    expect(opened.complaints).toEqual([])
  })
})
