/**
 * Reads names from GUM's `Entity=` annotation. GUM marks whole noun phrases ("the Syrian President Bashar al-Assad");
 * the name is what stands around the phrase's head in capitals, without titles and without what nested mentions own.
 */

import { readFileSync } from 'node:fs'
import { type GoldDocument, type GoldSentence, type GoldSpan, joinWords, type Word } from './corpus.ts'

interface TreeWord extends Word {
  readonly tag: string
  readonly head: number
  readonly deprel: string
}

interface EntityMention {
  readonly id: string
  readonly type: string
  readonly from: number
  to: number
  /** Indices of the words GUM counts as the mention's head. */
  readonly heads: readonly number[]
}

interface Candidate {
  readonly from: number
  readonly to: number
  readonly type: GoldSpan['type']
}

const TYPE_OF: Readonly<Record<string, GoldSpan['type']>> = {
  person: 'person',
  organization: 'group',
  place: 'place',
  event: 'event',
}
const PARTICLE = /^(?:van|von|de|der|al|bin|ibn|di|du|da|la|le|el|-)$/i
const QUOTE = /^[“"']$/
const LINK = /^(?:of|&|and|-|'s|’s)$/
const LINK_AFTER = /^(?:of|for|&|and|de|la|-|'s|’s|the)$/
const DETERMINER = /^(?:The|A|An|This|That|These|Those|Our|My|His|Her|Its|Their)$/
const NAME_PART = /^(?:flat|compound|goeswith|list)/

export interface NameWords {
  /** Words for nationalities and peoples: names of neither persons nor places. */
  readonly demonyms: ReadonlySet<string>
  isTitle(form: string): boolean
}

export function readGum(file: string, vocabulary: NameWords, keep: (id: string) => boolean): GoldDocument[] {
  const documents: GoldDocument[] = []
  let id = ''
  let sentences: GoldSentence[] = []
  let words: TreeWord[] = []
  let mentions: EntityMention[] = []
  let open: EntityMention[] = []
  let fused: { last: number; space: boolean } | null = null
  const endSentence = () => {
    if (words.length > 0) {
      const closed = mentions.filter(mention => mention.to > 0)
      sentences.push(joinWords(words, namesOf(words, closed, vocabulary)))
    }
    words = []
    mentions = []
    open = []
  }
  const endDocument = () => {
    endSentence()
    if (sentences.length > 0 && keep(id)) documents.push({ id, source: 'gum', sentences })
    sentences = []
  }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id')) {
      endDocument()
      id = line.split('= ')[1]!
    } else if (line === '') endSentence()
    if (line === '' || line[0] === '#') continue
    const columns = line.split('\t')
    const range = /^(\d+)-(\d+)$/.exec(columns[0]!)
    let space = !columns[9]!.includes('SpaceAfter=No')
    if (range) {
      fused = { last: Number(range[2]), space }
      continue
    }
    if (!/^\d+$/.test(columns[0]!)) continue
    if (fused) {
      const ends = Number(columns[0]) === fused.last
      space = ends ? fused.space : false
      if (ends) fused = null
    }
    readMentions(columns[9]!, words.length, mentions, open)
    words.push({ form: columns[1]!, space, tag: columns[4]!, head: Number(columns[6]) - 1, deprel: columns[7]! })
  }
  endDocument()
  return documents
}

/** Opens and closes mentions at word `at`: `(id-type-…-heads-…`, `id)`, or both in one. */
function readMentions(misc: string, at: number, mentions: EntityMention[], open: EntityMention[]): void {
  const value = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? ''
  for (const part of value.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
    if (part[0] === '(') {
      const fields = part.replace(/[()]/g, '').split('-')
      const heads = (fields[5] ?? '1').split(',').map(Number)
      const mention: EntityMention = {
        id: fields[0]!,
        type: fields[1]!,
        from: at,
        to: 0,
        heads: (heads.every(Number.isFinite) ? heads : [1]).map(k => at + k - 1),
      }
      mentions.push(mention)
      if (part.endsWith(')')) mention.to = at + 1
      else open.push(mention)
    } else {
      const k = open.findLastIndex(mention => mention.id === part.slice(0, -1))
      if (k >= 0) open.splice(k, 1)[0]!.to = at + 1
    }
  }
}

function namesOf(words: readonly TreeWord[], mentions: readonly EntityMention[], vocabulary: NameWords): Candidate[] {
  let candidates = mentions.flatMap(mention => nameOf(words, mention, mentions, vocabulary) ?? [])
  // "X and Y" over the mentions X and Y
  candidates = candidates.filter(
    outer =>
      outer.type === 'other' ||
      !candidates.some(
        first =>
          first.from === outer.from &&
          first.to < outer.to &&
          first.type === outer.type &&
          /^(?:and|,)$/i.test(words[first.to]!.form) &&
          candidates.some(last => last !== outer && last.to === outer.to && last.from >= first.to),
      ),
  )
  const taken = new Set<number>()
  return candidates
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .filter(({ from, to }) => {
      for (let i = from; i < to; i++) if (taken.has(i)) return false
      for (let i = from; i < to; i++) taken.add(i)
      return true
    })
}

function nameOf(
  words: readonly TreeWord[],
  mention: EntityMention,
  mentions: readonly EntityMention[],
  vocabulary: NameWords,
): Candidate | null {
  const isName = (i: number) => /^NNPS?$/.test(words[i]!.tag) && /^[\p{Lu}]|\d/u.test(words[i]!.form)
  const isTitle = (i: number) => vocabulary.isTitle(words[i]!.form)
  const inside = mention.heads.filter(k => k < mention.to)
  let head = inside.find(k => words[k]!.head < mention.from || words[k]!.head >= mention.to) ?? inside[0]
  if (mention.type === 'time' || head === undefined) return null
  let type = TYPE_OF[mention.type] ?? 'other'
  let left = mention.from
  if (type === 'person' && (!isName(head) || isTitle(head))) {
    // the name stands after its title or role
    const next = head + 1
    if (next >= mention.to || !isName(next) || isTitle(next)) return null
    head = left = next
  }
  if (!isName(head)) return null
  if (type !== 'person') return phraseAround(words, mention, mentions, head, type, isName, vocabulary)
  if (words[head]!.tag === 'NNPS' || vocabulary.demonyms.has(words[head]!.form)) type = 'other'
  let to = head + 1
  while (to < mention.to) {
    const { form, deprel } = words[to]!
    const named = isName(to) && (left > mention.from || NAME_PART.test(deprel))
    const joins = (PARTICLE.test(form) || QUOTE.test(form)) && to + 1 < mention.to && isName(to + 1)
    if (!named && !joins) break
    to++
  }
  let from = head
  while (from > left) {
    const before = from - 1
    const owned = mentions.some(
      other => other !== mention && other.to === from && other.from >= mention.from && other.type !== 'person',
    )
    const named =
      isName(before) &&
      !isTitle(before) &&
      !owned &&
      /^(?:flat|compound|nsubj|root|obj|nmod|conj|appos)/.test(words[before]!.deprel)
    const joins =
      PARTICLE.test(words[before]!.form) && before > mention.from && isName(before - 1) && !isTitle(before - 1)
    if (!named && !joins) break
    from--
  }
  while (from < to && isTitle(from)) from++
  return from < to ? { from, to, type } : null
}

/** The capitalised words around the head of a mention that is no person, with the small words between them. */
function phraseAround(
  words: readonly TreeWord[],
  mention: EntityMention,
  mentions: readonly EntityMention[],
  head: number,
  type: GoldSpan['type'],
  isName: (i: number) => boolean,
  vocabulary: NameWords,
): Candidate | null {
  const isPart = (i: number) =>
    isName(i) ||
    (/^\p{Lu}/u.test(words[i]!.form) &&
      !DETERMINER.test(words[i]!.form) &&
      /^(?:JJ|NN|NNS|VBN|VBG|CD|RB|IN|CC|UH|FW)/.test(words[i]!.tag))
  const ownsPossessor = (i: number) =>
    /^['’]s$/.test(words[i]!.form) &&
    mentions.some(
      other =>
        other !== mention && other.from >= mention.from && other.from < i && (other.to === i || other.to === i + 1),
    )
  let from = head
  while (from > mention.from) {
    const before = from - 1
    const joins =
      LINK.test(words[before]!.form) && before > mention.from && isPart(before - 1) && !ownsPossessor(before)
    if (!isPart(before) && !joins) break
    from--
  }
  let to = head + 1
  while (to < mention.to) {
    const { form, tag } = words[to]!
    const part = isPart(to) && !/^(?:IN|CC|RB)/.test(tag)
    const number = tag === 'CD' && !/^[12]\d{3}$/.test(form)
    const next = words[to + 1]
    const joins =
      LINK_AFTER.test(form) &&
      to + 1 < mention.to &&
      (isName(to + 1) || (to + 2 < mention.to && /^(?:the|de|la)$/.test(next!.form) && isName(to + 2)))
    if (!part && !number && !joins) break
    to++
  }
  while (to > from && /^(?:and|of|the|'s|’s|-|for)$/.test(words[to - 1]!.form)) to--
  if (from >= to) return null
  const nationality = type === 'place' && to === from + 1 && vocabulary.demonyms.has(words[from]!.form)
  return { from, to, type: nationality ? 'other' : type }
}
