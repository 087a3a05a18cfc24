import { childBy, childrenBy } from '../util/tree.ts'
import { casesOf } from './actors.ts'
import { type Actor, actorAt, lemmaAt, type Scene } from './scene.ts'

/** Words that may stand between a title and the name it belongs to. */
const WITHIN_TITLE = new Set(['NOUN', 'PROPN', 'ADJ', 'ADP', 'CCONJ', 'DET', 'NUM'])
const BEFORE_TITLE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'ADV'])
const FAR = 12

/**
 * The token of whoever a role or description is said of: the name that the title precedes, the noun that it stands in
 * apposition to, the subject of its copula, or itself where it names an actor.
 */
export function holderOf(scene: Scene, role: number): number[] {
  const { tree } = scene
  const token = tree.tokens[role]!
  const subject = childBy(tree, role, 'nsubj')
  if (subject !== undefined && childBy(tree, role, 'cop') !== undefined) return [subject]
  const named = nameAfter(scene, role)
  if (named !== undefined) return [named]
  const before = nameBefore(scene, role)
  if (before !== undefined) return [before]
  const apposed = childrenBy(tree, role, 'appos').filter(child => actorAt(scene, child) !== undefined)
  if (apposed.length > 0) return apposed
  if (token.head >= 0 && (token.deprel === 'appos' || token.deprel === 'nmod:desc' || token.deprel === 'compound'))
    return [token.head]
  if (token.head >= 0 && token.deprel === 'conj') {
    const head = tree.tokens[token.head]!
    if (head.head >= 0 && (head.deprel === 'appos' || head.deprel === 'nmod:desc')) return [head.head]
    const shared = childBy(tree, token.head, 'cop') === undefined ? undefined : childBy(tree, token.head, 'nsubj')
    if (shared !== undefined) return [shared]
  }
  // "served as president", "was elected president".
  if (
    token.head >= 0 &&
    (token.deprel === 'xcomp' || (token.deprel === 'obl' && casesOf(scene, role).includes('as')))
  ) {
    // "resigned as president": the role is over.
    if (ENDINGS.test(lemmaAt(scene, token.head))) return []
    // "restored him as captain", not "succeeded him as captain".
    const made = token.deprel === 'obl' && !/^(?:follow|succeed)$/.test(lemmaAt(scene, token.head))
    const other = made ? childBy(tree, token.head, 'obj') : undefined
    if (other !== undefined) return [other]
    const above = childBy(tree, token.head, 'nsubj:pass', 'nsubj')
    if (above !== undefined) return [above]
  }
  // "was elected president", hung as an object.
  const elected = token.deprel === 'obj' ? childBy(tree, token.head, 'nsubj:pass') : undefined
  if (elected !== undefined && /^(?:appoint|crown|elect|make|name|proclaim|re-elect)$/.test(lemmaAt(scene, token.head)))
    return [elected]
  // "the man to succeed her as manager": nobody named.
  return casesOf(scene, role).includes('as') ? [] : [role]
}

const ENDINGS = /^(?:depose|dismiss|fire|oust|quit|remove|replace|resign|retire|sack|stand|step|unseat)$/

/** The person whose name a title leads up to, whatever the parser made of a long title. */
function nameAfter(scene: Scene, role: number): number | undefined {
  const { tokens } = scene.tree
  for (let i = role + 1; i < tokens.length && i <= role + FAR; i++) {
    const actor = actorAt(scene, i)
    if (actor?.type === 'person' && scene.covers[i]?.kind === 'name')
      return isAfterPreposition(scene, i) ? undefined : headOfCover(scene, i)
    // "head of the office under President Brandt".
    if (/^(?:under|during|since|after|before|by|with|against|like|including)$/i.test(tokens[i]!.form)) return undefined
    const comma = tokens[i]!.form === ',' && startsPerson(scene, i + 1)
    if (!comma && !WITHIN_TITLE.has(tokens[i]!.upos)) return undefined
  }
  return undefined
}

/** "a spokesman for Ms Duarte": the name is not the title's own. */
function isAfterPreposition(scene: Scene, name: number): boolean {
  const { tokens } = scene.tree
  // "Secretary of State" tags its last word on to the name that follows.
  if (tokens[name]!.form === 'State') return false
  let before = name - 1
  while (/^(?:the|mr|mrs|ms|miss|dr|sir|lord|lady|gen|col)\.?$/i.test(tokens[before]?.form ?? '')) before--
  return tokens[before]?.upos === 'ADP'
}

const startsPerson = (scene: Scene, index: number): boolean => {
  const cover = scene.covers[index]
  return cover?.type === 'person' && cover.kind === 'name'
}

/** The name right before the comma or bracket that opens the noun phrase: "Ana Duarte, the envoy". */
function nameBefore(scene: Scene, role: number): number | undefined {
  const { tokens } = scene.tree
  for (let i = role - 1; i >= 0 && i >= role - FAR; i--) {
    if (/^["”’']+$/.test(tokens[i]!.form) && tokens[i - 1]?.form === ',') continue
    if (/^[,([]$|^-LRB-$/.test(tokens[i]!.form)) {
      const name = /^["”’']+$/.test(tokens[i - 1]?.form ?? '') ? i - 2 : i - 1
      const cover = scene.covers[name]
      const described =
        cover?.type === 'person' ||
        tokens.slice(i + 1, i + 3).some(token => token.upos === 'DET' || token.upos === 'PRON') ||
        tokens.slice(i, role).some(token => token.tag === 'POS')
      // "A, members of the band and B": a plural describes several.
      const several =
        !tokens[role]!.tag.endsWith('S') || tokens.slice(Math.max(0, i - 8), i).some(token => token.upos === 'CCONJ')
      return cover?.kind === 'name' && described && several ? headOfCover(scene, name) : undefined
    }
    if (!BEFORE_TITLE.has(tokens[i]!.upos) && tokens[i]!.form !== '-') return undefined
  }
  return undefined
}

function headOfCover(scene: Scene, index: number): number {
  const cover = scene.covers[index]
  const head = scene.heads.indexOf(cover)
  return head >= 0 ? head : index
}

/** The state or group named before a role, in the same noun phrase, the possessor first: "Russia's UN ambassador". */
export function ownersBefore(scene: Scene, role: number): Actor[] {
  const { tokens } = scene.tree
  const found: Actor[] = []
  for (let i = role - 1; i >= 0 && i >= role - FAR; i--) {
    const { upos, form } = tokens[i]!
    const named = scene.covers[i] !== undefined || /^\p{Lu}/u.test(form)
    const actor = named ? actorAt(scene, i) : undefined
    if (actor && actor.type !== 'person' && actor.type !== 'event') {
      const possessor = tokens[i + 1]?.tag === 'POS'
      if (possessor) return [actor]
      if (!found.some(other => other.entity === actor.entity)) found.push(actor)
    }
    if (!BEFORE_TITLE.has(upos) && form !== '-') break
  }
  return found.slice(0, 1)
}
