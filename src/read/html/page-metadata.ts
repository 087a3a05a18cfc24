import { Parser } from 'htmlparser2'
import { chooseMetadata, hostOf, type Metadata, webAddress } from '../metadata.ts'
import { type ArticleDescription, readJsonLd } from './json-ld.ts'

export interface PageMetadata extends Metadata {
  /** The article's text, where the page's own description carries it. */
  readonly body?: string
}

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'published',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'originalpublicationdate',
  'date',
]

/**
 * Title, outlet, date, address and language as a page's head gives them: Open Graph, `article:`, Twitter and Dublin
 * Core tags, JSON-LD, `<time>`, `<link rel="canonical">`, `<title>`, and the address that browsers note when they save.
 */
export function readPageMetadata(html: string, source: string): PageMetadata {
  const { metas, scripts, title, heading, canonical, language, times } = collectTags(html)
  const described: ArticleDescription = readJsonLd(scripts) ?? {}
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(source.slice(0, 4_000))?.[1]
  const urls = [canonical, metas.get('og:url'), described.url, metas.get('twitter:url'), saved]
  const url = urls.find(candidate => candidate && webAddress(candidate))
  const metadata = chooseMetadata({
    title: [described.headline, metas.get('og:title'), metas.get('twitter:title'), pageTitle(title, heading)],
    outlet: [
      metas.get('og:site_name'),
      described.publisher,
      metas.get('application-name'),
      metas.get('dc.publisher'),
      metas.get('citation_journal_title'),
      hostOf(url),
    ],
    published: [described.datePublished, ...PUBLISHED.map(name => metas.get(name)), ...times],
    url: urls,
    language: [described.language, language, metas.get('og:locale')],
  })
  return described.body === undefined ? metadata : { ...metadata, body: described.body }
}

interface Tags {
  readonly metas: ReadonlyMap<string, string>
  readonly scripts: readonly string[]
  readonly times: readonly string[]
  readonly title: string
  readonly heading: string
  readonly canonical: string | undefined
  readonly language: string | undefined
}

function collectTags(html: string): Tags {
  const metas = new Map<string, string>()
  const scripts: string[] = []
  const times: string[] = []
  const words = { title: '', h1: '' }
  let canonical: string | undefined
  let language: string | undefined
  let inside: 'title' | 'h1' | 'json-ld' | null = null
  let script = ''
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'meta') {
        const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase()
        if (key && attributes.content && !metas.has(key)) metas.set(key, attributes.content)
      } else if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical') canonical ??= attributes.href
      else if (name === 'html') language ??= attributes.lang ?? attributes['xml:lang']
      else if (name === 'time' && attributes.datetime && times.length < 3) times.push(attributes.datetime)
      else if (name === 'script' && attributes.type?.toLowerCase() === 'application/ld+json')
        [inside, script] = ['json-ld', '']
      else if ((name === 'title' || name === 'h1') && words[name] === '') inside = name
    },
    ontext: text => {
      if (inside === 'json-ld') script += text
      else if (inside !== null) words[inside] += text
    },
    onclosetag: name => {
      if (name === 'script' && inside === 'json-ld') scripts.push(script)
      if (name === 'script' || name === inside) inside = null
    },
  })
  parser.write(html)
  parser.end()
  return { metas, scripts, times, title: words.title.trim(), heading: words.h1, canonical, language }
}

/** "Council approves budget | The Herald" → "Council approves budget": what the page's first heading confirms, or what stands before the site's name. */
function pageTitle(title: string, heading: string): string {
  const clean = heading.replace(/\s+/g, ' ').trim()
  if (title === '' || (clean.length >= 5 && title.replace(/\s+/g, ' ').startsWith(clean))) return clean
  const cut = title.search(/\s[|»·–—-]\s(?=[^|»·–—]{2,40}$)/)
  return cut > 15 ? title.slice(0, cut) : title
}
