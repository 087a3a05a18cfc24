import type { OpenData } from '../types.ts'
import { loadNominals } from '../util/nominal-lexicon.ts'
import { readJsonData } from '../util/read-json-data.ts'
import type { Gender } from './genders.ts'

/** What a cue verb can introduce; see `docs/statements.md`. */
export type Complement =
  /** "said that it was over" */
  | 'clause'
  /** "said: 'It is over'" */
  | 'quote'
  /** "promised to go" */
  | 'infinitive'
  /** "denied the claim" */
  | 'object'
  /** "made a plea for peace" */
  | 'utterance'
  /** "warned of war" */
  | 'topic'
  /** "accused them of theft" */
  | 'accuse'
  /** "called it a lie" */
  | 'label'
  /** "sees it as a lie" */
  | 'likeness'
  /** "put the toll at 30" */
  | 'measure'

/** From words that were certainly uttered to what a writer knows of somebody's mind. */
export type CueKind = 'speech' | 'judgement' | 'thought' | 'evidence'

/** A row of `data/statements/verbs.json`. */
interface VerbGroup {
  readonly name: string
  readonly kind: CueKind
  readonly takes: readonly Complement[]
  /** What a noun phrase after the verb is: the person spoken to, or something that no one utters. */
  readonly object?: 'addressee' | 'thing'
  readonly about: string
  readonly verbs: readonly string[]
}

/** All that the lexicon knows of one verb. */
export interface CueVerb {
  /** The kind that each complement gives the statement. */
  readonly takes: ReadonlyMap<Complement, CueKind>
  readonly tells: boolean
  /** Its object may well be a thing: "added a goal". */
  readonly handles: boolean
  /** Prepositions that introduce what is talked about. */
  readonly topics: readonly string[]
}

export interface StatementResources {
  readonly verbs: ReadonlyMap<string, CueVerb>
  /** States of mind that take a clause or a preposition: `confident that`, `critical of`. */
  readonly adjectives: ReadonlySet<string>
  /** Nouns that name a statement: `claim`, `warning`. */
  readonly claims: ReadonlySet<string>
  /** Those among the claims that report something by themselves: `their warning of war`. */
  readonly reports: ReadonlySet<string>
  /** What is defended or claimed without words: `title`. */
  readonly trophies: ReadonlySet<string>
  /** Nouns for texts that can be said to speak: `statement`, `poll`. */
  readonly documents: ReadonlySet<string>
  /** Nouns for news media: `agency`, `newspaper`. */
  readonly media: ReadonlySet<string>
  /** People who speak for the medium they are named with: `AFP journalists`. */
  readonly journalists: ReadonlySet<string>
  /** People and bodies who speak for whom they are named with: `an army spokesman`. */
  readonly representatives: ReadonlySet<string>
  /** Every noun for somebody or something that can speak: persons, bodies, texts, media. */
  readonly beings: ReadonlySet<string>
  /** Persons by their tie to another, who is named after them: `an ally of`. */
  readonly relatives: ReadonlySet<string>
  /** Given name, title or noun → what it tells of its bearer's gender. */
  readonly genders: ReadonlyMap<string, Gender>
}

type NounLists = Readonly<
  Record<
    | 'adjectives'
    | 'claims'
    | 'crowds'
    | 'relatives'
    | 'reports'
    | 'trophies'
    | 'documents'
    | 'media'
    | 'journalists'
    | 'representatives',
    string[]
  >
>

/** Opens the lexicons under `data/statements`. */
export function loadStatementResources(open: OpenData): StatementResources {
  const read = (name: string): unknown => JSON.parse(new TextDecoder().decode(open(`statements/${name}.json`)))
  const groups = read('verbs') as readonly VerbGroup[]
  const topics = new Map(Object.entries(read('topics') as Readonly<Record<string, readonly string[]>>))
  const nouns = read('nouns') as NounLists

  const verbs = new Map<
    string,
    { takes: Map<Complement, CueKind>; tells: boolean; handles: boolean; topics: readonly string[] }
  >()
  const row = (verb: string) => {
    let known = verbs.get(verb)
    if (known === undefined)
      verbs.set(verb, (known = { takes: new Map(), tells: false, handles: false, topics: topics.get(verb) ?? [] }))
    return known
  }
  for (const group of groups) {
    for (const verb of group.verbs) {
      const known = row(verb)
      // Groups stand in order of certainty: an earlier row decides the kind.
      for (const complement of group.takes) if (!known.takes.has(complement)) known.takes.set(complement, group.kind)
      if (group.object === 'addressee') known.tells = true
      if (group.object === 'thing') known.handles = true
    }
  }
  for (const verb of topics.keys()) row(verb).takes.set('topic', 'speech')
  return {
    verbs,
    adjectives: new Set(nouns.adjectives),
    claims: new Set(nouns.claims),
    reports: new Set(nouns.reports),
    trophies: new Set(nouns.trophies),
    documents: new Set(nouns.documents),
    media: new Set(nouns.media),
    journalists: new Set(nouns.journalists),
    representatives: new Set(nouns.representatives),
    beings: loadBeings(open, nouns),
    relatives: new Set(nouns.relatives),
    genders: loadGenders(open),
  }
}

function loadBeings(open: OpenData, nouns: NounLists): Set<string> {
  const lines = (name: string): string[] => new TextDecoder().decode(open(`lexicon/${name}.txt`)).split('\n')
  const beings = new Set([...lines('person-nouns'), ...lines('more-person-nouns')])
  for (const noun of lines('not-persons')) beings.delete(noun)
  for (const [noun, denotation] of loadNominals(open).entries()) {
    if (denotation !== null && denotation.type !== 'place' && denotation.type !== 'event') beings.add(noun)
  }
  for (const list of [
    nouns.claims,
    nouns.documents,
    nouns.media,
    nouns.journalists,
    nouns.representatives,
    nouns.crowds,
  ])
    for (const noun of list) beings.add(noun)
  return beings
}

function loadGenders(open: OpenData): Map<string, Gender> {
  const names = readJsonData<Record<Gender, string>>(open, 'lexicon/given-names.json')
  const nouns = readJsonData<Record<Gender, string[]>>(open, 'lexicon/gendered-nouns.json')
  const genders = new Map<string, Gender>()
  for (const gender of ['male', 'female'] as const) {
    for (const word of [...names[gender].split(' '), ...nouns[gender]]) genders.set(word, gender)
  }
  return genders
}
