/** Where the treebanks split hyphenated words: everywhere but after bound prefixes and inside some names and numbers. */

const PREFIXES = new Set(
  (
    'anti arch ante bi bio co counter cross cyber de dis e ex eco electro euro extra hyper infra inter intra macro mega meta micro ' +
    'mid mini mis mono multi neo non omni over pan para per poly post pre pro proto pseudo quasi re semi socio sub super ' +
    'supra sur tele trans tri ultra un under uni vice uh mm hm'
  ).split(' '),
)
/** Prefixes in the list above that the treebanks nevertheless split off. */
const SPLIT_AFTER = new Set(['vice', 'eco', 'bio', 'euro'])
/** One romanised Chinese or Korean syllable: the second half of a given name such as Ki-moon, Jae-in, Wai-keung. */
const SYLLABLE = /^(?:[bcdfghjklmnprstwxyz]|ch|sh|zh|ts|kw|hs)?[aeiouwy]{1,3}(?:n|ng|k|l|m|p|t|h|r)?$/
const NUMERIC_CODE = /^(?:\d{3,}-\d{4,}|\d+-\d+-\d[\d-]*|[+\d][\d-]*\d{3}-\d{3,})$/

/** Offsets of the parts of a compound, hyphens being parts of their own. */
export function hyphenParts(compound: string): [number, number][] {
  if (NUMERIC_CODE.test(compound)) return [[0, compound.length]]
  const parts: [number, number][] = []
  let start = 0
  let wordStart = 0
  for (let at = 0; at <= compound.length; at++) {
    const code = at < compound.length ? compound.charCodeAt(at) : 45
    if (code !== 45 && code !== 0x2010 && code !== 0x2011) continue
    const part = compound.slice(wordStart, at)
    const bound = at < compound.length && (isBound(part) || isName(part, compound.slice(at + 1)))
    wordStart = at + 1
    if (bound) continue
    if (at > start) parts.push([start, at])
    if (at < compound.length) parts.push([at, at + 1])
    start = at + 1
  }
  return parts
}

function isBound(part: string): boolean {
  const lower = part.toLowerCase()
  return PREFIXES.has(lower) && !SPLIT_AFTER.has(lower)
}

function isName(first: string, rest: string): boolean {
  if (rest.includes('-') || !/^[A-Z][a-z]+$/.test(first)) return false
  if (/^(?:al|el|an|as|ar|ad|at)$/i.test(first)) return false
  return SYLLABLE.test(first.toLowerCase()) && SYLLABLE.test(rest.toLowerCase())
}
