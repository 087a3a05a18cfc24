import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, openFile, spotOf, useBrowser } from './browser.ts'
import { storyPage } from './story.ts'

const used = useBrowser()

/** The colour of the only event of the story, the Lake Accord. */
const event = '#cc79a7'
/** That of its places. */
const place = '#e69f00'

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

async function stageOf(page: Page) {
  return (await page.locator('#stage').boundingBox())!
}

/** Where the event stands once the drawing has come to rest. */
async function settled(page: Page, color: typeof event | typeof place = event) {
  await page.waitForTimeout(400)
  return spotOf(page, color)
}

/** Fingers on the glass: each a way from a place to another, all at once. */
async function fingers(session: CDPSession, ways: readonly { from: [number, number]; to: [number, number] }[]) {
  const at = (share: number) =>
    ways.map(({ from, to }, id) => ({
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
      id,
    }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= 8; step++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 8) })
  // Held for a moment: no fling.
  await new Promise(resolve => setTimeout(resolve, 250))
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(1) })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

describe('by touch', () => {
  it('one finger pans the graph', async () => {
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template), phone)
    const session = await page.context().newCDPSession(page)
    const stage = await stageOf(page)
    const before = await settled(page)
    expect(before.pixels).toBeGreaterThan(20)
    const [x, y] = [stage.x + 30, stage.y + stage.height - 30]
    await fingers(session, [{ from: [x, y], to: [x + 60, y - 90] }])
    const after = await settled(page)
    expect(Math.abs(after.x - before.x - 60)).toBeLessThan(12)
    expect(Math.abs(after.y - before.y + 90)).toBeLessThan(12)
    expect(await page.evaluate(() => window.visualViewport!.scale)).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  it('two fingers zoom it, and the page around it stays', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template), phone)
    const session = await page.context().newCDPSession(page)
    const before = await settled(page)
    const stage = await stageOf(page)
    const [x, y] = [stage.x + before.x, stage.y + before.y]
    await fingers(session, [
      { from: [x, y - 30], to: [x, y - 90] },
      { from: [x, y + 30], to: [x, y + 90] },
    ])
    const apart = await settled(page)
    expect(apart.pixels).toBeGreaterThan(before.pixels * 1.4)
    await fingers(session, [
      { from: [x, y - 90], to: [x, y - 30] },
      { from: [x, y + 90], to: [x, y + 30] },
    ])
    expect((await settled(page)).pixels).toBeLessThan(apart.pixels * 0.8)
    expect(await page.evaluate(() => [window.visualViewport!.scale, scrollX, scrollY])).toEqual([1, 0, 0])
    await close()
  })

  it('a tap on an actor opens it, and the way back leads to the graph', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template), phone)
    const { x, y } = await settled(page)
    const stage = await stageOf(page)
    await page.touchscreen.tap(stage.x + x, stage.y + y)
    await eventually(() => page.locator('#reading h2').textContent()).toBe('Lake Accord')
    expect(await page.locator('#reading').isVisible()).toBe(true)
    await page.locator('#panes').getByRole('button', { name: 'Graph' }).tap()
    expect(await page.locator('#stage').isVisible()).toBe(true)
    await close()
  })

  it('a finger on an actor moves the actor, not the graph', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template), phone)
    const session = await page.context().newCDPSession(page)
    const stage = await stageOf(page)
    const [before, others] = [await settled(page), await settled(page, place)]
    const [x, y] = [stage.x + before.x, stage.y + before.y]
    await fingers(session, [{ from: [x, y], to: [x + 40, y + 70] }])
    const after = await settled(page)
    expect(Math.abs(after.x - before.x - 40)).toBeLessThan(8)
    expect(Math.abs(after.y - before.y - 70)).toBeLessThan(8)
    const still = await settled(page, place)
    expect(Math.hypot(still.x - others.x, still.y - others.y)).toBeLessThan(2)
    await close()
  })
})

describe('by mouse', () => {
  it('an actor is dragged, stays pinned in every layout, and goes home with the given one', async () => {
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template))
    const arranged = async (layout: string) => {
      await page.getByLabel('Layout').selectOption(layout)
      await eventually(() => page.locator('#live').textContent()).toBe('Arranged')
      await page.evaluate(() => document.getElementById('live')!.replaceChildren())
      return settled(page)
    }
    const stage = await stageOf(page)
    const onCircle = await arranged('circle')
    const before = await arranged('given')
    const others = await settled(page, place)
    const [x, y] = [stage.x + before.x, stage.y + before.y]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 50, y + 35, { steps: 6 })
    await page.mouse.up()
    await page.mouse.move(stage.x + 5, stage.y + 5)
    const after = await settled(page)
    expect(Math.abs(after.x - before.x + 50)).toBeLessThan(4)
    expect(Math.abs(after.y - before.y - 35)).toBeLessThan(4)
    const still = await settled(page, place)
    expect(Math.hypot(still.x - others.x, still.y - others.y)).toBeLessThan(2)
    // A drag is no click.
    expect(await page.locator('#reading h2').textContent()).toBe('Who says what about whom')
    await eventually(() => page.url()).toContain('pins=')
    const again = await openFile(used.browser, storyPage(used.template), { fragment: new URL(page.url()).hash })
    const there = await settled(again.page)
    expect(Math.hypot(there.x - after.x, there.y - after.y)).toBeLessThan(2)
    await again.close()
    const pinned = await arranged('circle')
    expect(Math.hypot(pinned.x - onCircle.x, pinned.y - onCircle.y)).toBeGreaterThan(15)
    const home = await arranged('given')
    expect(Math.hypot(home.x - before.x, home.y - before.y)).toBeLessThan(2)
    expect(complaints).toEqual([])
    await close()
  })

  it('hovering an actor lights its neighbourhood, and leaving it lets go', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template))
    const stage = await stageOf(page)
    const { x, y } = await settled(page)
    const dimmed = () => page.locator('#stage').evaluate(element => element.classList.contains('dimmed'))
    await page.mouse.move(stage.x + x, stage.y + y)
    await eventually(dimmed).toBe(true)
    await page.mouse.move(stage.x + 3, stage.y + 3)
    await eventually(dimmed).toBe(false)
    await close()
  })

  it('the wheel zooms', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template))
    const stage = await stageOf(page)
    const before = await settled(page)
    await page.mouse.move(stage.x + before.x, stage.y + before.y)
    await page.mouse.wheel(0, -400)
    await page.mouse.move(stage.x + 2, stage.y + stage.height - 2)
    await eventually(async () => (await settled(page)).pixels).toBeGreaterThan(before.pixels * 1.2)
    const near = await settled(page)
    await eventually(() => page.url()).toContain('camera=')
    const again = await openFile(used.browser, storyPage(used.template), { fragment: new URL(page.url()).hash })
    expect((await settled(again.page)).pixels).toBeGreaterThan(near.pixels * 0.95)
    await again.close()
    await close()
  })
})
