import { describe, expect, it } from 'vitest'
import type { Corpus } from '../../src/types.ts'
import { eventually, openFile, useBrowser } from './browser.ts'
import { storyCorpus, storyPage } from './story.ts'

const used = useBrowser()

const attack = '<img src=x onerror="window.broken=true"></script><script>window.broken=true</script>'

/** The story with an attack in every field that comes from articles. */
function attacked(): Corpus {
  const corpus = storyCorpus()
  const evil = <Evidence extends { url: string | null }>(evidence: Evidence): Evidence => ({
    ...evidence,
    outlet: attack,
    title: attack,
    text: attack,
    url: 'javascript:window.broken=true',
  })
  return {
    documents: corpus.documents.map(document => ({
      ...document,
      title: attack,
      outlet: attack,
      url: 'javascript:window.broken=true',
      text: document.text.slice(0, -attack.length) + attack,
    })),
    entities: corpus.entities.map(entity => ({
      ...entity,
      name: attack,
      aliases: [attack, '__proto__', 'constructor'],
      roles: [attack],
      namings: [{ alias: attack, outlet: attack, count: 1 }],
    })),
    statements: corpus.statements.map(statement => ({ ...statement, evidence: evil(statement.evidence) })),
    relations: corpus.relations.map(relation => ({ ...relation, evidence: evil(relation.evidence) })),
  }
}

describe('untrusted words', () => {
  it('stay words in every view', async () => {
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template, attacked()))
    const calm = async () => {
      expect(await page.evaluate(() => 'broken' in window)).toBe(false)
      expect(await page.locator('img, iframe, object, embed').count()).toBe(0)
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    }
    await eventually(() => page.locator('#deck').textContent()).toContain('10 actors')
    expect(await page.locator('.ranking .actor').first().textContent()).toBe(attack)
    await calm()
    await page.locator('.ranking .actor').first().click()
    await calm()
    await page.locator('.panel .claim').first().click()
    await eventually(() => page.locator('.evidence blockquote').first().textContent()).toBe(attack)
    expect(await page.locator('.evidence a').count()).toBe(0)
    await page.getByRole('button', { name: 'Read in the article' }).first().click()
    await calm()
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await calm()
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    for (const pill of await page.locator('.sources .pill').all()) await pill.click()
    await calm()
    await page.locator('#query').fill('<img')
    await calm()
    expect(complaints).toEqual([])
    await close()
  })

  it('from a link stay words too', async () => {
    const evil = encodeURIComponent(JSON.stringify([{ kind: 'rename', actor: 's:tessal', label: attack }]))
    const fragment = `#edits=${evil}&actor=s%3Atessal&outlet=${encodeURIComponent(JSON.stringify([attack]))}&read=%5B1%2C%22x%22%5D&focus=7&path=null&weight=x&from=yesterday`
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template), { fragment })
    await eventually(() => page.locator('#reading h2').textContent()).toBe(attack)
    await eventually(() => page.locator('#notice').textContent()).toContain(attack)
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    expect(complaints).toEqual([])
    await close()
  })

  it('could not run even as markup: the policy refuses scripts, handlers and addresses', async () => {
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template))
    await page.evaluate(markup => {
      document.body.insertAdjacentHTML('beforeend', markup)
      const script = document.createElement('script')
      script.textContent = 'window.broken = true'
      document.body.append(script)
    }, attack)
    await eventually(() => complaints.length).toBeGreaterThan(1)
    expect(complaints.join('\n')).toMatch(/Content Security Policy/)
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    await close()
  })
})

describe('graphs of any making', () => {
  it.each([
    [
      'keys that objects have of their own',
      {
        nodes: [{ key: '__proto__' }, { key: 'constructor' }],
        edges: [{ source: '__proto__', target: 'constructor' }],
      },
    ],
    [
      'places that are no numbers',
      {
        nodes: [{ key: 'a', attributes: { x: 'NaN', y: null, size: -1 } }, { key: 'b' }],
        edges: [{ source: 'a', target: 'b', attributes: { evidence: [null, 7] } }],
      },
    ],
    [
      'edges without ends',
      {
        nodes: [{ key: 'a' }, { key: 'a' }, {}, { key: 'b' }],
        edges: [
          { source: 'a', target: 'x' },
          { source: 'a', target: 'b' },
        ],
      },
    ],
  ])('are shown: %s', async (_, graph) => {
    const { page, complaints, close } = await openFile(
      used.browser,
      used.template.replace('<!--hearsay:graph-->', JSON.stringify(graph)),
    )
    await eventually(() => page.locator('#deck').textContent()).toContain('2 actors · 1 claim')
    await page.locator('.claim').first().click()
    await eventually(() => page.locator('.pieces').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  it('that cannot be read at all are named so', async () => {
    const { page, close } = await openFile(used.browser, used.template.replace('<!--hearsay:graph-->', '{"nodes":7}'))
    await eventually(() => page.locator('#notice').textContent()).toContain('cannot be read: it has no lists')
    await close()
  })

  it('without WebGL leave the table, and say so', async () => {
    const { page, close } = await openFile(used.browser, storyPage(used.template))
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.reload()
    await eventually(() => page.locator('#stage').textContent()).toContain('cannot draw the graph')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await eventually(() => page.locator('#table-view tbody tr').count()).toBe(31)
    await close()
  })
})

describe('on a phone', () => {
  it('shows one pane at a time, opens what is tapped', async () => {
    const { page, complaints, close } = await openFile(used.browser, storyPage(used.template), {
      viewport: { width: 390, height: 780 },
      hasTouch: true,
      isMobile: true,
    })
    expect(await page.locator('#reading').isVisible()).toBe(false)
    await page.locator('#query').fill('Tessal')
    await page.locator('.suggestions li').first().tap()
    await eventually(() => page.locator('#reading h2').isVisible()).toBe(true)
    await page.locator('#panes').getByRole('button', { name: 'Filters' }).tap()
    await eventually(() => page.locator('#filters').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
    await close()
  })
})
