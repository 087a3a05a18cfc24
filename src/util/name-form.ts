import { remember } from './remember.ts'

/** Words that open a noun phrase and are no part of a name or description. */
const OPENERS =
  /^(?:the|a|an|this|that|these|those|some|several|many|most|all|both|any|few|no|every|each|another|other|such|same|own|certain|various|so-called|his|her|its|their|our|my|your)\s+(?=\S)/
/** "All Blacks", "No Doubt", "Own Goal" are names; "All players" are not. */
const OPENERS_OF_ANY_CASE =
  /^(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|[eo]se)|[Hh](?:is|er)|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|THE|AN?|[Aa]nother|[Ss](?:ome|everal)|(?:[Ss](?:uch|ame|o-called)|[Mm](?:any|ost)|[Aa](?:ll|ny)|[Bb]oth|[Ff]ew|[Nn]o|[Ee](?:very|ach)|[Oo](?:ther|wn)|[Cc]ertain|[Vv]arious)(?=\s+[^\p{Lu}])|(?:some|several|many|most|all|both|any|few|no|every|each|another|other|such|same|own|only|certain|various|so-called))\s+(?=\S)/u
const EDGE_MARKS = /^[\s"“”‘«»„`'()[\]{},;:.!?–—-]+|[\s"“”«»„`'’()[\]{},;:.!?–—-]+$/g
const HONORIFICS =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|rev|reverend|sen|senator|rep|gov|gen|col|capt|captain|lt|maj|sgt|hon|justice|judge|president|prime minister)\.?\s+(?=\S)/

/** British spellings in names of bodies → American ones, so that "Defence Ministry" and "Defense Ministry" meet. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bcentre\b/g, 'center'],
  [/\bdefence\b/g, 'defense'],
  [/\btheatre\b/g, 'theater'],
  [/\bharbour\b/g, 'harbor'],
  [/\blabour\b/g, 'labor'],
  [/\bprogramme\b/g, 'program'],
  [/isation\b/g, 'ization'],
]

/**
 * The form under which two spellings of a name meet: lower case, no accents, no outer marks, articles, honorifics or
 * final possessive, no dots in abbreviations ("U.N." → "un"), one kind of apostrophe, hyphen and spelling.
 */
export const nameForm = remember((name: string): string => {
  let form = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/["“”„«»]/g, '')
    .replace(/[‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\b(?:\p{L}\.){2,}/gu, dotted => dotted.replaceAll('.', ''))
    .replace(/\b(\p{L})\.(?=\s)/gu, '$1')
  for (const [british, american] of SPELLINGS) form = form.replace(british, american)
  for (let before = ''; before !== form; ) {
    before = form
    form = form
      .replace(EDGE_MARKS, '')
      .replace(/(?<=\S)'s$/, '')
      .replace(OPENERS, '')
      .replace(HONORIFICS, '')
  }
  return form
})

/** The words of a form; hyphens join, except in names such as "al-Assad", whose particle stands alone. */
export const formParts = (form: string): string[] =>
  form
    .replace(/\b(al|el|as|ad|an|ar|ash|abu|ibn|bin)-/g, '$1 ')
    .split(' ')
    .filter(part => part !== '')

/** Drops what opens a noun phrase ("the", "his", "several") and a final possessive, keeping case. */
export const bareName = remember((name: string): string => {
  // Marks of quotation within ("a “nationwide” ceasefire") are the writer's, not the name's.
  let bare = name
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare
      .replace(OPENERS_OF_ANY_CASE, '')
      .replace(/(?<=\S)['’]s?$/, '')
      .replace(/^["“”‘'[(]+|["“”’')\],;:.]+$/g, match => (match === '.' ? match : ''))
  }
  return bare
})

/** The same for the span of a name, where an 's at the end is the name's own ("Macy's"). */
export const bareNameOfSpan = (name: string): string => {
  const own = /['’]s$/.exec(name)
  return own === null ? bareName(name) : `${bareName(name.slice(0, own.index))}${own[0]}`
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'la', '&'])

/** Initials of a name, its small words left out: "world health organization" → "who". */
export const initials = (parts: readonly string[]): string =>
  parts.length < 2
    ? ''
    : parts
        .filter(part => !SMALL_WORDS.has(part))
        .flatMap(part => part.split('-'))
        .map(part => part[0] ?? '')
        .join('')
