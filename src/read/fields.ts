import { chooseMetadata, hostOf, type Metadata, webAddress } from './metadata.ts'

/** One record of a JSON file, a table's row or a front matter, before it becomes a Document. */
export type FieldRecord = Readonly<Record<string, unknown>>

/** Names under which tools keep a field, lower-case, without `_`, `-` and spaces; the first that holds something counts. */
const NAMES = {
  id: ['id', 'docid', 'documentid', 'articleid', 'uuid', 'guid'],
  text: [
    'text',
    'maintext',
    'articletext',
    'fulltext',
    'plaintext',
    'contenttext',
    'bodytext',
    'articlebody',
    'cleanedtext',
    'rawtext',
    'body',
    'content',
    'article',
    'story',
    'transcript',
  ],
  html: ['contenthtml', 'bodyhtml', 'html', 'rawhtml', 'contentencoded'],
  title: ['title', 'headline', 'heading', 'titlepage', 'webtitle', 'name'],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'publication',
    'newspaper',
    'sitename',
    'site',
    'outletname',
    'sourcename',
    'medium',
    'media',
    'mediumname',
    'sourcedomain',
    'domain',
    'hostname',
    'provider',
    'agency',
  ],
  published: [
    'published',
    'datepublish',
    'publishedat',
    'datepublished',
    'publishedon',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'pubdate',
    'webpublicationdate',
    'firstpublished',
    'date',
    'datetime',
    'timestamp',
    'created',
    'createdat',
    'time',
  ],
  url: ['url', 'link', 'canonicalurl', 'permalink', 'weburl', 'articleurl', 'sourceurl', 'href', 'canonical', 'uri'],
  language: ['language', 'lang', 'inlanguage', 'locale'],
} as const

type Field = keyof typeof NAMES

/** Whether a record's keys are those of an article: a text, or a title. */
export function hasText(record: FieldRecord): boolean {
  const fields = index(record)
  return string(fields, 'text') !== undefined || string(fields, 'html') !== undefined
}

export interface ArticleFields {
  readonly id?: string
  readonly text?: string
  /** Where the record has HTML and no plain text. */
  readonly html?: string
  readonly metadata: Metadata
}

/** Reads a record by the field names that news collections use (news-please, JSON Feed, NewsAPI, GDELT exports and the like). */
export function readFields(record: FieldRecord): ArticleFields {
  const fields = index(record)
  const id = string(fields, 'id')
  const text = string(fields, 'text')
  const html = text === undefined ? string(fields, 'html') : undefined
  const urls = strings(fields, 'url')
  const metadata = chooseMetadata({
    title: strings(fields, 'title'),
    outlet: [...strings(fields, 'outlet'), hostOf(urls.find(url => webAddress(url)))],
    published: strings(fields, 'published'),
    url: urls,
    language: strings(fields, 'language'),
  })
  return {
    ...(id === undefined ? {} : { id }),
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    metadata,
  }
}

function index(record: FieldRecord): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    const name = key.toLowerCase().replace(/[\s_-]/g, '')
    if (!fields.has(name)) fields.set(name, value)
  }
  return fields
}

function string(fields: Map<string, unknown>, field: Field): string | undefined {
  return strings(fields, field)[0]
}

function strings(fields: Map<string, unknown>, field: Field): string[] {
  const values: string[] = []
  for (const name of NAMES[field]) {
    const value = toText(fields.get(name), field)
    if (value !== undefined && value.trim() !== '') values.push(value)
  }
  return values
}

/** Strings as they are, numbers as digits or (for dates) seconds or milliseconds since 1970, `{ name }` by its name. */
function toText(value: unknown, field: Field): string | undefined {
  if (typeof value === 'string') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (typeof value === 'number' && Number.isFinite(value))
    return field === 'published' ? fromEpoch(value) : String(value)
  if (value === null || typeof value !== 'object') return undefined
  if (Array.isArray(value)) {
    if (field !== 'text') return toText(value[0], field)
    return value.every(part => typeof part === 'string') ? value.join('\n\n') : undefined
  }
  const { name, title, value: inner } = value as Record<string, unknown>
  if (field === 'outlet') return toText(name ?? title, field)
  return field === 'text' || field === 'html' ? undefined : toText(inner, field)
}

function fromEpoch(value: number): string | undefined {
  const milliseconds = Math.abs(value) < 1e11 ? value * 1000 : value
  const date = new Date(milliseconds)
  // Years and `20161213` are numbers too, but no seconds since 1970.
  if (value >= 19000101 && value <= 21001231) return String(value)
  return value < 1e8 || Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
