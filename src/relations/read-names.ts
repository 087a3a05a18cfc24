import type { Article, Entity, Mention, Sentence } from '../types.ts'
import type { Ontology, Row } from './ontology.ts'

/** A standing relation that two names tell: "Eastern Kesh" is part of Kesh, "UN Security Council" of the UN. */
export interface NameRelation {
  readonly row: Row
  readonly subject: string
  readonly object: string
  readonly sentence: Sentence
  readonly at: number
}

/** Compares the names of a document's entities; the first mention is the evidence. */
export function readNames(
  article: Article,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  ontology: Ontology,
): NameRelation[] {
  const quarter = ontology.structures.get('quarter of a place')
  const owned = ontology.structures.get('owned group')
  const wholes = new Map<string, Entity>()
  for (const entity of entities) {
    if (entity.type !== 'place' && entity.type !== 'group') continue
    // "Police officers" are no whole that a Police Department is part of.
    if (entity.type === 'group' && !isProper(entity.name)) continue
    for (const name of [entity.name, ...entity.aliases])
      if (isProper(name)) wholes.set(`${entity.type} ${plain(name)}`, entity)
  }
  const found: NameRelation[] = []
  for (const entity of entities) {
    if (!/^\p{Lu}|^(?:east|west|north|south)/u.test(entity.name)) continue
    const row = entity.type === 'place' ? quarter : entity.type === 'group' ? owned : undefined
    const whole = row && wholeOf(entity, wholes, ontology)
    if (row === undefined || whole === undefined) continue
    const first = mentions.find(mention => mention.entity === entity.id && mention.kind !== 'pronoun')
    const sentence = first && article.sentences.find(({ start, end }) => start <= first.start && first.end <= end)
    if (first && sentence) found.push({ row, subject: entity.id, object: whole.id, sentence, at: first.start })
  }
  return found
}

function wholeOf(
  entity: Entity,
  wholes: ReadonlyMap<string, Entity>,
  { grammar, demonyms }: Ontology,
): Entity | undefined {
  for (const name of entity.type === 'place' ? [entity.name, ...entity.aliases] : [entity.name]) {
    const words = plain(name).split(' ')
    if (words.length < 2) continue
    if (entity.type === 'place') {
      const whole = grammar.quarters.has(words[0]!) ? wholes.get(`place ${words.slice(1).join(' ')}`) : undefined
      if (whole && whole.id !== entity.id) return whole
      continue
    }
    for (let n = words.length - 1; n > 0; n--) {
      if (/^(?:and|&|on|of|in|for|at|from|to|with|by|the)$/.test(words[n]!)) continue
      const before = words.slice(0, n).join(' ')
      // "Meridian customers" are no part of Meridian, and an adjective names no body.
      if (!isUnit(words.slice(n), grammar.units) || demonyms.has(before)) continue
      // "the Echo agency" is the Echo, and the "Echo Media Group" is more than it.
      if (!/['’]s? /.test(name) && WHOLES.test(words.at(-1)!)) continue
      const whole = wholes.get(`group ${before}`)
      if (whole && whole.id !== entity.id) return whole
    }
  }
  return undefined
}

const WHOLES = /^(?:agency|channel|club|company|federation|firm|group|network|newspaper|station|team)$/

/** Whether words after a body's name make a part of it: "Press Office", "Office for Norvania". */
const isUnit = (words: readonly string[], units: ReadonlySet<string>): boolean =>
  words.some((word, i) => units.has(word) && (i === words.length - 1 || /^(?:for|in|of|on)$/.test(words[i + 1]!)))

/** A name throughout, not a description. */
const isProper = (name: string): boolean =>
  name.split(/\s+/).every(word => /^\p{Lu}/u.test(word) || /^(?:of|the|for|and|al-.*|de|la)$/.test(word))

/** Lower case, without article, possessive and the dots of abbreviations. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/['’]s\b/g, '')
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim()
