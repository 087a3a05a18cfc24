import { describe, expect, test } from 'vitest'
import { capNesting } from '../../src/read/html/cap-nesting.ts'
import { decode } from './decode.ts'

const FIRST =
  'The council approved the budget on Monday after a debate of six hours, in which the mayor and the opposition traded accusations about roads.'
const SECOND =
  'The vote was close, and the mayor had to wait until midnight for the result, which her party greeted with applause.'

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
const article = `<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Council approves budget</h1>
<figure><img src="a.jpg"><figcaption>The hall (AFP)</figcaption></figure><p>${FIRST}</p><h2>Long debate</h2><p>${SECOND}<br>Really.</p><p>${FIRST}</p></article><footer>© The Herald</footer>`

describe('the article', () => {
  test('is taken out of the page, one paragraph a block', async () => {
    const { documents } = await decode('a/b.html', page('', article))
    expect(documents).toHaveLength(1)
    expect(documents[0]!.id).toBe('a/b')
    expect(documents[0]!.text).toBe(
      ['Council approves budget', FIRST, 'Long debate', `${SECOND}\nReally.`, FIRST].join('\n\n'),
    )
  })

  test('is the words of the page where no article is found', async () => {
    const { documents } = await decode('a.html', '<nav>Home</nav><p>One &amp; two.</p><script>no()</script><p>Three')
    expect(documents[0]!.text).toBe('One & two.\n\nThree')
  })

  test('of a page too large to look for it is what stands in <article> or <main>', async () => {
    const side = '<div>Teaser</div>'.repeat(30_000)
    const { documents } = await decode('a.html', page('', `${side}<main>${`<p>${FIRST}</p>`.repeat(1_500)}</main>`))
    expect(documents[0]!.text.startsWith(FIRST)).toBe(true)
    expect(documents[0]!.text).not.toContain('Teaser')
  })

  test('is what the page itself describes where its scripts draw the text', async () => {
    const body = `${FIRST}\n\n${SECOND}`
    const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', articleBody: body })}</script>`
    const { documents } = await decode('a.html', page(script, '<div id="app">Loading</div>'))
    expect(documents[0]!.text).toBe(body)
  })

  test('is read in the encoding that the page declares', async () => {
    const source = page('<meta charset="windows-1251">', '<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>')
    expect((await decode('a.html', Buffer.from(source, 'latin1'))).documents[0]!.text).toBe('Привет')
  })

  test('a page without words is empty', async () => {
    expect((await decode('a.html', page('', '<img src="a.png">'))).failures).toEqual(['read/empty a.html'])
  })
})

describe('metadata', () => {
  test('Open Graph and article tags', async () => {
    const head = `<title>Budget | The Herald</title><meta property="og:title" content="Council approves budget"><meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2021-05-03T10:00:00+02:00"><link rel="canonical" href="https://herald.example/budget">`
    const { text: _, ...metadata } = (await decode('a.html', page(head, article))).documents[0]!
    expect(metadata).toEqual({
      id: 'a',
      title: 'Council approves budget',
      outlet: 'The Herald',
      published: '2021-05-03T10:00:00+02:00',
      url: 'https://herald.example/budget',
      language: 'en-GB',
    })
  })

  test('JSON-LD in a graph; a broken script beside it does no harm', async () => {
    const description = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'H',
          datePublished: '2021-05-03',
          publisher: { name: 'P' },
          mainEntityOfPage: { '@id': 'https://p.example/1' },
        },
      ],
    }
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(description)}</script>`
    expect((await decode('a.html', page(head, article))).documents[0]).toMatchObject({
      title: 'H',
      outlet: 'P',
      published: '2021-05-03',
      url: 'https://p.example/1',
    })
  })

  test('title without the site, outlet from the address that the browser noted, date from <time>', async () => {
    const saved = '<!-- saved from url=(0030)https://www.herald.example/a/b -->'
    const body = `<time datetime="2020-02-03">3 Feb</time>${article}`
    const source = page('<title>Council approves budget - The Herald</title>', body).replace('<html', `${saved}<html`)
    expect((await decode('a.html', source)).documents[0]).toMatchObject({
      title: 'Council approves budget',
      outlet: 'herald.example',
      published: '2020-02-03',
      url: 'https://www.herald.example/a/b',
    })
  })
})

describe('hostile pages', () => {
  const many = 20_000
  test.each([
    ['nested divs', `${'<div>'.repeat(many)}<p>${FIRST}</p>${'</div>'.repeat(many)}`],
    ['nested formatting', `${'<b><i>'.repeat(many)}<p>${FIRST}</p>`],
    ['unclosed tables', `${'<table><tr><td>'.repeat(many)}<p>${FIRST}</p>`],
    ['closing tags that open nothing', `${'<div>'.repeat(many)}${'</p>'.repeat(many)}<p>${FIRST}</p>`],
    ['wide and deep', `${('<div>'.repeat(200) + '</div>'.repeat(200)).repeat(100)}<p>${FIRST}</p>`],
    ['angle brackets', `<p>${FIRST}</p><p>${'<'.repeat(many)}</p>`],
  ])('%s keep their words', async (_, body) => {
    expect((await decode('a.html', `<html><body>${body}`)).documents[0]!.text).toContain(FIRST)
  })

  test('unclosed paragraphs do not count as nested', () => {
    const { html } = capNesting('<p>a'.repeat(1000), 10)
    expect(html.match(/<p>/g)).toHaveLength(1000)
  })

  test('tags below the depth go, their words stay', () => {
    expect(capNesting('<div><div><span>a</span></div></div>', 2).html).toBe('<div><div> a </div></div>')
  })
})
