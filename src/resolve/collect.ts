import type { Entity, EntityType, Extraction, Mention } from '../types.ts'
import { bareName, bareNameOfSpan, formParts, nameForm } from '../util/name-form.ts'
import { denotationOf, isHeadAlone } from '../util/nominal-lexicon.ts'
import { addTo, NONE } from './counts.ts'
import { type FormTypes, formOf } from './forms.ts'
import { homeOf, settleHomes } from './home.ts'
import type { Counts, Profile, ResolvedDocument } from './profile.ts'
import { letterOf, type ResolveResources } from './resources.ts'
import { isClassOfItsOwn, isOneEverywhere } from './telling-apart.ts'

const MILLISECONDS_A_DAY = 86_400_000

/**
 * Gathers the entities of all extractions by reference. A full name is one reference across documents; a single-word
 * person name or an unnamed actor is one reference a document, because it may mean somebody else in the next, unless it is
 * a country's only one ("the French army"). What is
 * kept of an extraction does not hold on to its text.
 */
export class ProfileCollector {
  readonly #resources: ResolveResources
  readonly #forms: FormTypes
  readonly #typeOfForm: ReadonlyMap<string, EntityType>
  readonly #alone: ReadonlySet<string>
  readonly #documents: ResolvedDocument[] = []
  readonly #profiles = new Map<string, Profile>()
  readonly #strings = new Map<string, string>()

  /**
   * @param forms how all extractions type the forms
   * @param alone references with a document (`p:john smith@doc`) that a judgement names: they are kept apart from their namesakes
   */
  constructor(resources: ResolveResources, forms: FormTypes, alone: ReadonlySet<string> = new Set()) {
    this.#resources = resources
    this.#forms = forms
    this.#typeOfForm = forms.settle()
    this.#alone = alone
  }

  /** Takes in one extraction; they must come in the order of their ids. */
  add(extraction: Extraction): void {
    const mentions = new Map<string, Mention[]>()
    for (const mention of extraction.mentions) {
      const list = mentions.get(mention.entity)
      if (list) list.push(mention)
      else mentions.set(mention.entity, [mention])
    }
    const entities = extraction.entities.filter(entity => !entity.vague && !this.#isDoubtful(entity))
    const own = entities.map(({ id }) => mentions.get(id) ?? [])
    const document = this.#documents.length
    const profiles = entities.map((entity, index) => this.#sight(entity, own[index]!, extraction, document))
    const numbers = own.map(list => list.length)
    const home = homeOf(profiles, numbers)
    for (const profile of profiles) if (profile.documents[0] === document) profile.home = home
    this.#documents.push({
      day: dayOf(extraction.document.published),
      locals: entities.map(({ id }) => id),
      profiles,
      story: this.#keep(headlineOf(extraction)),
      mentions: numbers,
    })
  }

  /** The documents in the order in which they came, and the profiles in the order of their references. */
  finish(): { documents: ResolvedDocument[]; profiles: Profile[] } {
    const profiles = [...this.#profiles.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1))
    for (const [index, profile] of profiles.entries()) profile.index = index
    settleHomes(profiles)
    this.#profiles.clear()
    this.#strings.clear()
    return { documents: this.#documents, profiles }
  }

  /** A name that an article is not sure of, and no other either. */
  #isDoubtful({ name, type, doubtful }: Entity): boolean {
    if (!doubtful) return false
    const form = formOf(name)
    // What another article is sure of by that word is another's: "the Office".
    if (isGeneric(form, type, this.#resources)) return true
    return !this.#forms.isSure(form, this.#typeOfForm.get(`${form}|${type}`) ?? type)
  }

  #sight(entity: Entity, mentions: readonly Mention[], extraction: Extraction, document: number): Profile {
    const form = formOf(entity.name)
    const type = this.#typeOfForm.get(`${form}|${entity.type}`) ?? entity.type
    const named = mentions.some(mention => mention.kind === 'name') && !isGeneric(form, type, this.#resources)
    const byForm = countryOf(form, type, this.#resources)
    const country = byForm ?? (named ? null : countryOfAliases(entity, type, this.#resources))
    const name = type === 'state' && country !== null ? nameForm(this.#resources.countries.nameOf.get(country)!) : form
    const denotation =
      type === 'group' || type === 'event' ? denotationOf(headPhrase(name), this.#resources.nominals) : null
    const everywhere = named
      ? (type !== 'person' || name.includes(' ')) && !(type === 'event' && OF_A_SERIES.test(name))
      : (byForm !== null && isOneEverywhere(type, headPhrase(name), denotation)) ||
        isClassOfItsOwn(type, entity.name, denotation, byForm !== null)
    const ref = referenceOf(type, name, everywhere, extraction.id, this.#alone)
    let profile = this.#profiles.get(ref)
    if (profile === undefined) {
      profile = {
        ref,
        type,
        form: this.#keep(name),
        parts: formParts(name).map(part => this.#keep(part)),
        named,
        bare: isHeadAlone(name.replace(COMING, ''), this.#resources.nominals),
        country,
        denotation,
        documents: [document],
        surfaces: NONE,
        names: NONE,
        roles: NONE,
        labels: NONE,
        home: null,
        outlet: this.#keep(extraction.document.outlet ?? ''),
        index: -1,
      }
      this.#profiles.set(ref, profile)
    } else profile.documents.push(document)
    profile.named ||= named
    this.#count(profile, entity, named, mentions, extraction)
    return profile
  }

  #count(
    profile: Profile,
    entity: Entity,
    named: boolean,
    mentions: readonly Mention[],
    { document }: Extraction,
  ): void {
    const outlet = this.#keep(document.outlet ?? '')
    let described = 0
    for (const mention of mentions) {
      if (mention.kind === 'pronoun') continue
      described++
      const words = document.text.slice(mention.start, mention.end)
      const bare = mention.kind === 'name' ? bareNameOfSpan(words) : bareName(words)
      if (bare === '') continue
      const surface = this.#keep(bare)
      const outlets: Counts = profile.surfaces.get(surface) ?? NONE
      const counted = addTo(outlets, outlet, 1)
      if (outlets === NONE) {
        if (profile.surfaces === NONE) profile.surfaces = new Map()
        ;(profile.surfaces as Map<string, Counts>).set(surface, counted)
      }
      if (named && mention.kind === 'name') profile.names = addTo(profile.names, surface, 1)
    }
    if (profile.type === 'event' || !named) {
      profile.labels = addTo(profile.labels, this.#keep(entity.name), described)
    }
    for (const role of entity.roles) profile.roles = addTo(profile.roles, this.#keep(role), 1)
  }

  /** One copy of each string, and one that does not hold on to the text that it was cut from. */
  #keep(text: string): string {
    const kept = this.#strings.get(text)
    if (kept !== undefined) return kept
    const copy: string = JSON.parse(JSON.stringify(text))
    this.#strings.set(copy, copy)
    return copy
  }
}

/** Sport has many of each: which one the article tells. */
const OF_A_SERIES =
  /^(?:(?:the )?(?:challenge|championships?|cup|derby|festival|finals?|games|grand prix|league|masters|open|playoffs?|series|tour|trophy))$/

/** Names of bodies that are a word of the lexicon all the same, and mean one body wherever they stand. */
const PROPER = /^(?:commons|lords|observer|rebellion|foreign office|home office)$/

/** "Parliament", "the Supreme Court": capitals make no name of what each country or town has. */
function isGeneric(form: string, type: EntityType, resources: ResolveResources): boolean {
  return type === 'group' && !PROPER.test(form) && resources.nominals.get(form) != null
}

/** Which of several elections is no part of what it is. */
const COMING = /^(?:next|coming|forthcoming|upcoming) /

function referenceOf(
  type: EntityType,
  form: string,
  everywhere: boolean,
  document: string,
  alone: ReadonlySet<string>,
): string {
  const ref = `${letterOf[type]}:${form}`
  const here = `${ref}@${document}`
  if (alone.has(here)) return here
  return everywhere ? ref : here
}

/** The country that a state is or that a group's name or description opens with. */
function countryOf(form: string, type: EntityType, { countries }: ResolveResources): string | null {
  if (type === 'state') return countries.byName.get(form) ?? countries.byCapital.get(form) ?? null
  if (type === 'person' || type === 'place') return null
  const words = form.replace(/'s\b/g, '').split(' ')
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const opening = words.slice(0, length).join(' ')
    const code = countries.byAdjective.get(opening) ?? countries.byName.get(opening)
    if (code) return code
  }
  return null
}

/** "the Syrian military" tells whose the "government forces" are that an article calls so too; null where two differ. */
function countryOfAliases({ aliases }: Entity, type: EntityType, resources: ResolveResources): string | null {
  if (type !== 'group') return null
  const codes = aliases.map(alias => countryOf(nameForm(alias).replace(/^pro-/, ''), type, resources))
  const known = new Set(codes.filter(code => code !== null))
  return known.size === 1 ? [...known][0]! : null
}

/** The words up to the head of a description: "army of Syria" → "army". */
const headPhrase = (form: string): string[] =>
  form.split(/ (?:of|in|for|on|at|from|to|against|between|with|by|over|among|into) /)[0]!.split(' ')

/** A first line longer than this is no headline. */
const LONGEST_HEADLINE = 150

function headlineOf({ id, document: { title, text } }: Extraction): string {
  if (title !== undefined && title.trim() !== '') return title.trim()
  const first = /^\s*([^\n]+)\n/.exec(text)?.[1]?.trim() ?? ''
  return first === '' || first.length > LONGEST_HEADLINE || first.endsWith('.') ? id : first
}

function dayOf(published: string | undefined): number | null {
  const time = published === undefined ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? null : Math.floor(time / MILLISECONDS_A_DAY)
}
