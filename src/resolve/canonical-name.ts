import { nameForm } from '../util/name-form.ts'
import { isHeadAlone } from '../util/nominal-lexicon.ts'
import { total } from './counts.ts'
import { countryOfBody, isNational } from './home.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'

/** A fuller name stands for the entity when it has at least this share of the commonest full name's mentions. */
const SHARE = 0.15
/** A form of address is no part of a name. */
const HONORIFIC = /^(?:mr|mrs|ms|miss|dr)\.? /i
/** A given name of which only the letter stands: "G Orme", "G. Orme", "JK Orme", but not "Bo Orme". */
const INITIAL = /^(?:\p{Lu}\.?|\p{Lu}{2,3}|(?:\p{Lu}\.[ ]?){2,3})(?= )/u
const LEAST = 0.08
/** More words than this are a description that got into a name. */
const LONGEST = { person: 5, other: 8 }

/**
 * The fullest sensible form of a cluster's names: for countries the usual English name, for known organisations the
 * full one, else the name with most words among those that are not rare. Descriptions ("rebels", "the Syrian army") take
 * the commonest wording, one with its country before one without.
 */
export function canonicalName(members: readonly Profile[], resources: ResolveResources): string {
  const { type } = members[0]!
  const country = members.find(member => member.type === 'state' && member.country !== null)?.country
  if (country) return resources.countries.nameOf.get(country)!
  const names = total(members.map(member => member.names))
  if (names.size === 0) return description(members, resources)
  if (type === 'group') {
    for (const member of members) {
      const full = member.named ? resources.organisations.get(member.form) : undefined
      if (full !== undefined) return full
    }
  }
  const longest = type === 'person' ? LONGEST.person : LONGEST.other
  const candidates = [...names]
    .map(([name, count]) => ({ name, count, words: nameForm(name).split(' ').length }))
    .filter(
      ({ name, words }) => words <= longest && !HONORIFIC.test(name) && /^\p{Lu}|^(?:al|el)-|^[a-z]\p{Lu}/u.test(name),
    )
  if (candidates.length === 0) return [...names].sort(byCount)[0]![0]
  const mixed = candidates.filter(({ name }) => /\p{Ll}/u.test(name))
  const pool = mixed.length > 0 ? mixed : candidates
  const commonest = Math.max(...pool.map(({ count }) => count))
  // A person's full name counts however rare; a body's must not be a single slip.
  const fuller = pool.filter(({ words, count }) => words > 1 && (type === 'person' || count >= commonest * LEAST))
  // Team sheets print "G Orme" for whom the stories call Graham Orme, and far more often.
  const spelt = type === 'person' ? fuller.filter(({ name }) => !INITIAL.test(name)) : []
  const full = spelt.length > 0 ? spelt : fuller
  const most = Math.max(...(full.length > 0 ? full : pool).map(({ count }) => count))
  const usual = (full.length > 0 ? full : pool).filter(({ count }) => count >= most * SHARE)
  const best = usual.sort((a, b) => b.words - a.words || b.count - a.count || (a.name < b.name ? -1 : 1))[0]!.name
  return mixed.length === 0 && (type === 'place' || type === 'person') ? quietly(best) : best
}

/** A dateline's or headline's "BEIRUT" as it is written elsewhere; short ones may be initials. */
const quietly = (name: string): string => name.replace(/\p{Lu}{4,}/gu, word => word[0]! + word.slice(1).toLowerCase())

/** "The government" of articles about Italy is the Italian one; "the new government" says more than whose it is. */
function ofItsCountry(label: string, members: readonly Profile[], resources: ResolveResources): string {
  const { countries } = resources
  const codes = new Set(members.map(member => countryOfBody(member)).filter(code => code !== null))
  const [code] = codes
  const adjective = codes.size === 1 ? countries.adjectiveOf.get(code!) : undefined
  return adjective !== undefined && isHeadAlone(nameForm(label), resources.nominals) && members.every(isNational)
    ? `${adjective} ${label}`
    : label
}

function description(members: readonly Profile[], resources: ResolveResources): string {
  const { countries } = resources
  // The words on the page tell a story; each article's own name for the thing is plain.
  const counts = total(members.map(({ labels }) => labels))
  const brief = [...counts].filter(([label]) => label.split(' ').length <= LONGEST.other)
  const usual = (brief.length > 0 ? brief : [...counts]).sort(byCount)
  const short = usual.filter(([label]) => !/['’]s\b/.test(label) && label.split(' ').length <= 3)
  const qualified = short.find(([label]) => {
    const opening = nameForm(label).split(' ')[0]!
    return countries.byAdjective.has(opening) || countries.byName.has(opening)
  })
  // "The government" is named best by whoever calls it the Labour government, if it is no slip.
  const owned = short.find(
    ([label, count]) =>
      /^\p{Lu}\S* \S/u.test(label) &&
      !isHeadAlone(nameForm(label), resources.nominals) &&
      count >= usual[0]![1] * SHARE,
  )
  return (qualified ?? owned)?.[0] ?? ofItsCountry(usual[0]?.[0] ?? members[0]!.form, members, resources)
}

const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1)
