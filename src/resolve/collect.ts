import type { Entity, EntityType, Extraction, Mention } from '../types.ts'
import { bareName, formParts, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import type { Profile, ResolvedDocument } from './profile.ts'
import { letterOf, type ResolveResources } from './resources.ts'

interface Sighting {
  readonly document: number
  readonly entity: Entity
  readonly form: string
  readonly mentions: readonly Mention[]
  readonly named: boolean
}

/** Which type a form has when documents disagree: the one with this share of the mentions takes the rest. */
const MAJORITY = 0.66
/** A single word is a person here and a place there more often than a full name is: ask for more. */
const MAJORITY_OF_ONE_WORD = 0.7

const MILLISECONDS_A_DAY = 86_400_000

/**
 * Gathers the entities of all extractions by reference. A full name is one reference across documents; a single-word
 * person name or an unnamed actor is one reference a document, because it may mean somebody else in the next.
 *
 * @param alone references with a document (`p:john smith@doc`) that a judgement names: they are kept apart from their namesakes
 */
export function collect(
  extractions: readonly Extraction[],
  resources: ResolveResources,
  alone: ReadonlySet<string>,
): { documents: ResolvedDocument[]; profiles: Profile[]; profileOf: Map<string, Profile>[] } {
  const documents = extractions.map(extraction => ({ extraction, day: dayOf(extraction.document.published) }))
  const sightings = extractions.flatMap((extraction, document) => sightingsOf(extraction, document))
  const typeOfForm = settleTypes(sightings)
  const profiles = new Map<string, Profile>()
  const profileOf = extractions.map(() => new Map<string, Profile>())
  for (const sighting of sightings) {
    const { entity, document, form, named } = sighting
    const extraction = extractions[document]!
    const type = typeOfForm.get(`${form}|${entity.type}`) ?? entity.type
    const country = countryOf(form, type, resources) ?? (named ? null : countryOfAliases(entity, type, resources))
    const name = type === 'state' && country !== null ? nameForm(resources.countries.nameOf.get(country)!) : form
    const ref = referenceOf(type, name, named, countryOf(form, type, resources), extraction.id, alone)
    let profile = profiles.get(ref)
    if (profile === undefined) {
      profile = {
        ref,
        type,
        form: name,
        parts: formParts(name),
        named,
        country,
        denotation: type === 'group' || type === 'event' ? denotationOf(headPhrase(name), resources.nominals) : null,
        locals: [],
        surfaces: new Map(),
        names: new Map(),
        roles: new Map(),
        labels: new Map(),
      }
      profiles.set(ref, profile)
    }
    add(profile, sighting, extraction)
    profileOf[document]!.set(entity.id, profile)
  }
  return {
    documents,
    profiles: [...profiles.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    profileOf,
  }
}

function sightingsOf(extraction: Extraction, document: number): Sighting[] {
  const mentions = new Map<string, Mention[]>()
  for (const mention of extraction.mentions) {
    const list = mentions.get(mention.entity)
    if (list) list.push(mention)
    else mentions.set(mention.entity, [mention])
  }
  return extraction.entities.map(entity => {
    const own = mentions.get(entity.id) ?? []
    const form = nameForm(entity.name)
    return {
      document,
      entity,
      form: form === '' ? entity.name.toLowerCase() : form,
      mentions: own,
      named: own.some(mention => mention.kind === 'name'),
    }
  })
}

/** Form and type → the type that nearly all documents give to the form. */
function settleTypes(sightings: readonly Sighting[]): Map<string, EntityType> {
  const counts = new Map<string, Map<EntityType, number>>()
  for (const { form, entity, mentions, named } of sightings) {
    if (!named) continue
    let types = counts.get(form)
    if (types === undefined) counts.set(form, (types = new Map()))
    types.set(entity.type, (types.get(entity.type) ?? 0) + Math.max(1, mentions.length))
  }
  const settled = new Map<string, EntityType>()
  for (const [form, types] of counts) {
    if (types.size < 2) continue
    const total = [...types.values()].reduce((sum, n) => sum + n, 0)
    const [main, count] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    if (count / total < (form.includes(' ') ? MAJORITY : MAJORITY_OF_ONE_WORD)) continue
    for (const type of types.keys()) settled.set(`${form}|${type}`, main)
  }
  return settled
}

function referenceOf(
  type: EntityType,
  form: string,
  named: boolean,
  country: string | null,
  document: string,
  alone: ReadonlySet<string>,
): string {
  const ref = `${letterOf[type]}:${form}`
  const here = `${ref}@${document}`
  if (alone.has(here)) return here
  const shared = named ? type !== 'person' || form.includes(' ') : type !== 'person' && country !== null
  return shared ? ref : here
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
  form.split(/ (?:of|in|for|on|at|from|to|against|between|with|by) /)[0]!.split(' ')

function add(profile: Profile, { document, entity, mentions, named }: Sighting, extraction: Extraction): void {
  const { text, outlet } = { text: extraction.document.text, outlet: extraction.document.outlet ?? '' }
  profile.locals.push({ document, id: entity.id })
  profile.named ||= named
  for (const mention of mentions) {
    if (mention.kind === 'pronoun') continue
    const surface = bareName(text.slice(mention.start, mention.end))
    if (surface === '') continue
    let outlets = profile.surfaces.get(surface)
    if (outlets === undefined) profile.surfaces.set(surface, (outlets = new Map()))
    outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
    if (mention.kind === 'name') profile.names.set(surface, (profile.names.get(surface) ?? 0) + 1)
  }
  const described = mentions.filter(mention => mention.kind !== 'pronoun').length
  profile.labels.set(entity.name, (profile.labels.get(entity.name) ?? 0) + described)
  for (const role of entity.roles) profile.roles.set(role, (profile.roles.get(role) ?? 0) + 1)
}

function dayOf(published: string | undefined): number | null {
  const time = published === undefined ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? null : Math.floor(time / MILLISECONDS_A_DAY)
}
