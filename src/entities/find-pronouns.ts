import type { Article, Span } from '../types.ts'
import { treeOf } from '../util/tree.ts'
import type { Candidate } from './candidate.ts'
import { isQuoted } from './quoted-stretches.ts'
import { relativeHead } from './relative-head.ts'
import type { EntityResources } from './resources.ts'

/** Third-person and relative pronouns that can refer; "it" that only fills the subject's place is left out. */
export function findPronouns(article: Article, resources: EntityResources, quoted: readonly Span[]): Candidate[] {
  const candidates: Candidate[] = []
  article.sentences.forEach((sentence, index) => {
    const tree = treeOf(sentence)
    tree.tokens.forEach((token, head) => {
      const form = token.form.toLowerCase()
      const row = resources.pronouns.get(form)
      if (row === undefined || row.person !== 3 || !/^(?:PRP\$?|WP\$?|WDT)$/.test(token.tag)) return
      if (row.relative ? relativeHead(tree, head) === null : token.deprel === 'expl' || isFiller(tree, head, form))
        return
      candidates.push({
        start: token.start,
        end: token.end,
        kind: 'pronoun',
        type: row.gender === 'male' || row.gender === 'female' ? 'person' : 'group',
        sentence: index,
        tree,
        head,
        text: token.form,
        form,
        gender: row.gender,
        number: row.number,
        denotation: null,
        noun: form,
        definite: true,
        qualifiers: [],
        quoted: isQuoted(quoted, token.start),
      })
    })
  })
  return candidates
}

const WEATHER = /^(?:rain|snow|seem|appear|emerge|transpire|turn|take|matter|happen)$/

/** "It is likely that …", "it seems that …", "it was announced that …". */
function isFiller({ tokens, children }: ReturnType<typeof treeOf>, index: number, form: string): boolean {
  if (form !== 'it') return false
  const { deprel, head } = tokens[index]!
  if (!deprel.startsWith('nsubj') || head < 0) return false
  const verb = tokens[head]!
  if (WEATHER.test(verb.lemma.toLowerCase())) return true
  const clause = children[head]!.some(
    child => child > head && /^(?:ccomp|csubj|xcomp|advcl)/.test(tokens[child]!.deprel),
  )
  return clause && (verb.upos === 'ADJ' || deprel === 'nsubj:pass')
}
