/** What an article's schema.org description says of it. */
export interface ArticleDescription {
  readonly headline?: string
  readonly datePublished?: string
  readonly publisher?: string
  readonly url?: string
  readonly language?: string
  readonly body?: string
}

const ARTICLE = /(?:Article|Posting|Report|Review)$/
const DEEPEST = 6

/** The first article that JSON-LD scripts describe (https://schema.org/Article); broken scripts are passed over. */
export function readJsonLd(scripts: readonly string[]): ArticleDescription | null {
  for (const script of scripts) {
    try {
      const article = findArticle(JSON.parse(script.replace(/[\u0000-\u001f]+/g, ' ')), 0)
      if (article) return describe(article)
    } catch {
      // Pages carry broken JSON-LD; what the other tags say is used instead.
    }
  }
  return null
}

type Node = Record<string, unknown>

function findArticle(value: unknown, depth: number): Node | null {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return null
  if (Array.isArray(value)) {
    for (const part of value.slice(0, 100)) {
      const found = findArticle(part, depth + 1)
      if (found) return found
    }
    return null
  }
  const node = value as Node
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']]
  if (types.some(type => typeof type === 'string' && ARTICLE.test(type))) return node
  return findArticle(node['@graph'] ?? node.mainEntity ?? null, depth + 1)
}

function describe(node: Node): ArticleDescription {
  return {
    ...optional('headline', text(node.headline) ?? text(node.name)),
    ...optional('datePublished', text(node.datePublished) ?? text(node.dateCreated)),
    ...optional('publisher', name(node.publisher) ?? name(node.sourceOrganization)),
    ...optional('url', text(node.url) ?? identifier(node.mainEntityOfPage)),
    ...optional('language', text(node.inLanguage)),
    ...optional('body', text(node.articleBody)),
  }
}

function optional(key: keyof ArticleDescription, value: string | undefined): Partial<ArticleDescription> {
  return value === undefined ? {} : { [key]: value }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function name(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return text(first) ?? text((first as Node | null | undefined)?.name)
}

function identifier(value: unknown): string | undefined {
  return text(value) ?? text((value as Node | null | undefined)?.['@id'])
}
