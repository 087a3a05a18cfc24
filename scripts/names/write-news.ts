/**
 * Writes made-up news from templates, labelled: what the corpora lack (datelines, credits, share prices, scores,
 * acronyms in brackets) with names drawn from the gazetteers or invented, so that only the context tells their type.
 *
 * In a template `<group>…</group>` marks a name; `{p1}`, `{c1.short}`, … are filled with the same name throughout an
 * article. A slot inside of marks is plain text; outside, most slots are names of their own type.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NameType } from '../../src/entities/names/labels.ts'
import type { CountryRow } from '../../src/util/country-lexicon.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import type { GoldDocument, GoldSentence, GoldSpan } from './corpus.ts'

const AGENCIES = 'Reuters|AP|AFP|Xinhua|TASS|Bloomberg|Anadolu Agency|Kyodo|Yonhap|ANI|Interfax|dpa|EFE|ANSA'.split('|')
const NICKNAMES =
  'Lions|Tigers|Bears|Eagles|Hawks|Wolves|Panthers|Bulls|Rams|Colts|Sharks|Falcons|Ravens|Giants|Titans|Warriors|Rockets|Kings|Knights|Rebels|Pirates|Saints|Spartans|Trojans|Huskies|Bulldogs|Wildcats|Gators|Stallions|Rangers'.split(
    '|',
  )
const COMPANY_ENDS =
  'Inc|Inc.|Corp|Corp.|Co|Ltd|Plc|Group|Group Plc|Holdings|AG|SA|SpA|NV|AB|Energy|Pharma|Motors|Technologies|Capital|Partners|Bank|Airlines|Media|Systems|Oil|Steel|Foods|& Co|Ltd.|Bhd|LLC'.split(
    '|',
  )
const CLUB_ENDS = 'United|City|FC|Rovers|Athletic|Town|Wanderers|Rangers|Albion'.split('|')
const EAST_ASIAN =
  'Kim|Lee|Park|Choi|Jung|Moon|Ban|Cho|Yoon|Han|Shin|Oh|Seo|Kwon|Song|Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Gao|Luo|Tsai|Hsieh|Lam|Chan|Wong|Cheng|Pang|Fu|Xi|Xie|Hou|Su|Han|Nguyen|Tran|Pham'.split(
    '|',
  )
const EAST_ASIAN_SYLLABLES =
  'jae|min|soo|young|hyun|ji|woo|sung|ho|in|kyung|jin|hee|ping|jin|ming|wei|xiao|li|qiang|hua|guo|dong|hai|feng|yu|jun|chun|ying|wen|kai|shek|tse|fai|kwan|yee'.split(
    '|',
  )
const ONSETS = 'b|br|c|ch|d|dr|f|g|gr|h|j|k|kh|l|m|n|p|pr|r|s|sh|st|t|tr|v|w|y|z'.split('|')
const VOWELS = 'a|e|i|o|u|a|e|o|ai|ou|ee|oo'.split('|')
const CODAS = '|||n|r|l|s|m|t|k|x|nd|rt|ng'.split('|')

export interface NewsLists {
  /** Common nouns, for names that look like words. */
  readonly nouns: readonly string[]
  /** Folder of `src/data`. */
  readonly data: string
}

interface Slot {
  readonly forms: Readonly<Record<string, string>>
  readonly type: NameType | null
}

export function writeNews(lists: NewsLists, copies: number): GoldDocument[] {
  const templates = readFileSync(new URL('./news-templates.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\n\n+/)
  const random = seededRandom(2)
  const makers = slotMakers(lists, random)
  return Array.from({ length: copies }, (_, copy) =>
    templates.map((template, t): GoldDocument => {
      const slots = new Map<string, Slot>()
      return {
        id: `news-${t}-${copy}`,
        source: 'templates',
        sentences: template.split('\n').map(line => fillLine(line, slots, makers)),
      }
    }),
  ).flat()
}

type Makers = Readonly<Record<string, (of: (kind: string) => Slot) => Slot>>

function fillLine(line: string, slots: Map<string, Slot>, makers: Makers): GoldSentence {
  const spans: GoldSpan[] = []
  let text = ''
  let open: { start: number; type: NameType } | null = null
  const slot = (kind: string, index: string): Slot => {
    const key = kind + index
    let made = slots.get(key)
    if (!made) {
      const maker = makers[kind]
      if (!maker) throw new Error(`no such slot: ${key} in "${line}"`)
      slots.set(key, (made = maker(other => slot(other, index))))
    }
    return made
  }
  for (const [, tag, close, kind, index, form, words] of line.matchAll(
    /<(\w+)>|<\/(\w+)>|\{([a-z]+?)(\d*)(?:\.(\w+))?\}|([^<{]+)/g,
  )) {
    if (words !== undefined) text += words
    else if (tag) open = { start: text.length, type: tag as NameType }
    else if (close && open) {
      spans.push({ start: open.start, end: text.length, type: open.type })
      open = null
    } else if (kind) {
      const made = slot(kind, index ?? '')
      const start = text.length
      text += made.forms[form ?? 'full'] ?? made.forms.full!
      if (!open && made.type) spans.push({ start, end: text.length, type: made.type })
    }
  }
  return { text, spans }
}

function slotMakers({ data, nouns }: NewsLists, random: () => number): Makers {
  const lines = (file: string) =>
    readFileSync(join(data, `gazetteer/${file}.txt`), 'utf8')
      .trim()
      .split('\n')
  const rows = (JSON.parse(readFileSync(join(data, 'lexicon/countries.json'), 'utf8')) as CountryRow[]).filter(
    row => row.status === 'sovereign' && row.adjectives.length > 0 && row.capitals.length > 0,
  )
  const cities = lines('cities').map(line => line.split('\t') as [string, string])
  const large = cities.filter(([, thousands]) => Number(thousands) >= 300).map(([name]) => name)
  const small = cities.map(([name]) => name)
  const regions = lines('regions')
  const given = lines('given-names')
  const family = lines('family-names')
  const companies = lines('companies')
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const chance = (share: number) => random() < share
  const capitalise = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  const invent = () => {
    if (chance(0.35)) return capitalise(pick(nouns))
    const syllables = chance(0.4) ? 3 : 2
    return capitalise(Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS)).join('') + pick(CODAS))
  }
  const plain = (type: NameType | null, full: string, forms: Record<string, string> = {}): Slot => ({
    type,
    forms: { full, caps: full.toUpperCase(), lower: full.toLowerCase(), ...forms },
  })
  const person = (): Slot => {
    const first = chance(0.85) ? pick(given) : invent()
    const particle = chance(0.06) ? `${pick(['de', 'van', 'bin', 'von', 'Abu', 'El', 'dos', 'Van der'])} ` : ''
    const last = particle + (chance(0.75) ? pick(family) : invent()) + (chance(0.06) ? `-${pick(family)}` : '')
    const middle = chance(0.1) ? ` ${pick([...'ABCDEFGHJKLMNPRSTW'])}.` : chance(0.08) ? ` ${pick(given)}` : ''
    return plain('person', `${first}${middle} ${last}${chance(0.03) ? ' Jr.' : ''}`, { first, last })
  }
  const city = () => (chance(0.6) ? pick(large) : pick(small))
  const country = new Map<Slot, CountryRow>()
  const rowOf = (of: (kind: string) => Slot) => country.get(of('country'))!
  return {
    p: person,
    zhp: () => {
      const last = pick(EAST_ASIAN)
      const [a, b] = [pick(EAST_ASIAN_SYLLABLES), pick(EAST_ASIAN_SYLLABLES)]
      return plain('person', `${last} ${capitalise(a)}${chance(0.6) ? '-' : ''}${b}`, { last })
    },
    alname: () => {
      const last = `${pick(['al-', 'al-', 'Al-', 'el-'])}${invent()}`
      return plain('person', `${pick(given)} ${last}`, { last })
    },
    c: () => {
      if (chance(0.35)) return plain('group', pick(companies))
      const short = chance(0.2) ? `${pick(family)} ${pick(family)}` : chance(0.3) ? pick(family) : invent()
      return chance(0.4) ? plain('group', short) : plain('group', `${short} ${pick(COMPANY_ENDS)}`, { short })
    },
    pu: of => plain('person', of('p').forms.last!.toUpperCase()),
    cu: of => plain('group', of('c').forms.full!.toUpperCase()),
    club: () => {
      const short = chance(0.8) ? city() : invent()
      return chance(0.4) ? plain('group', short, { short }) : plain('group', `${short} ${pick(CLUB_ENDS)}`, { short })
    },
    team: () => plain('group', chance(0.7) ? city() : pick(regions)),
    nick: () => plain('group', pick(NICKNAMES)),
    city: () => plain('place', city()),
    cityu: of => plain('place', of('city').forms.full!.toUpperCase()),
    country: () => {
      const row = pick(rows)
      const made = plain('place', row.name)
      country.set(made, row)
      return made
    },
    adj: of => plain(null, rowOf(of).adjectives[0]!),
    capital: of => plain('place', rowOf(of).capitals[0]!),
    region: () => plain(null, pick(regions)),
    inv: () => plain(null, invent()),
    acr: () =>
      plain(
        null,
        Array.from({ length: 3 + Math.floor(random() * 2.4) }, () => pick([...'ABCDEFGHIKLMNOPRSTU'])).join(''),
      ),
    media: () => plain('group', pick(AGENCIES)),
    mediau: () => plain('group', pick(AGENCIES).toUpperCase()),
    mediagroup: () => plain('group', `${invent()} ${pick(['Media', 'News', 'Sports', 'Press'])}`),
  }
}
