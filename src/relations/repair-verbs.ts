import { attach, childrenOf, type Draft } from './repair.ts'

/** "B targeted civilians" read as "targeted civilians": a finite verb never modifies a noun. */
export function mendMisreadVerbs(draft: Draft): void {
  const { tokens, heads, relations } = draft
  tokens.forEach((token, verb) => {
    if (relations[verb] !== 'amod' || token.upos !== 'VERB') return
    const noun = heads[verb]!
    if (noun < verb) return
    const children = childrenOf(draft, verb)
    const auxiliary = children.some(child => /^aux/.test(relations[child]!) && child < verb)
    const subject = children.find(child => /^nsubj/.test(relations[child]!))
    if (token.tag !== 'VBD' && !auxiliary) return
    if (subject === undefined && !auxiliary) return
    const above = heads[noun]!
    const relation = relations[noun]!
    attach(draft, noun, verb, 'obj')
    // "groups … have prevented buses": the noun that the object was joined to is the subject.
    if (subject === undefined && above >= 0 && above < verb && /^(?:NOUN|PROPN|PRON)$/.test(tokens[above]!.upos)) {
      attach(draft, verb, heads[above]!, heads[above]! < 0 ? relations[above]! : 'ccomp')
      attach(draft, above, verb, 'nsubj')
    } else
      attach(
        draft,
        verb,
        above,
        above < 0 ? relation : childrenOf(draft, verb).some(child => relations[child] === 'mark') ? 'ccomp' : 'conj',
      )
  })
}

/** "The council called on A" read as a noun with a participle: a sentence's only finite verb is its root. */
export function raiseFiniteVerb(draft: Draft): void {
  const { tokens, heads, relations } = draft
  const noun = heads.indexOf(-1)
  if (noun < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[noun]!.upos)) return
  const children = childrenOf(draft, noun)
  if (children.some(child => /^(?:cop|nsubj)/.test(relations[child]!))) return
  const below = children.filter(child => relations[child] === 'nmod').flatMap(child => childrenOf(draft, child))
  const verb = [...children, ...below].find(
    child => child > noun && relations[child] === 'acl' && /^VB[DN]$/.test(tokens[child]!.tag),
  )
  if (verb === undefined) return
  const own = childrenOf(draft, verb)
  const passive = own.some(child => relations[child] === 'obl:agent') || tokens[verb + 1]?.form.toLowerCase() === 'by'
  const finite = tokens[verb]!.tag === 'VBD' || own.some(child => relations[child] === 'obj')
  const alone =
    !tokens.some(({ tag }, i) => i !== verb && /^(?:VBD|VBZ|VBP|MD)$/.test(tag)) && tokens.at(-1)!.form === '.'
  if (passive || !(finite || alone)) return
  // "The arrest of A by police drew protests": a subject with a preposition belongs to the noun.
  const subject = own.find(child => /^nsubj/.test(relations[child]!))
  const marks = own.filter(child => child < verb && (relations[child] === 'mark' || relations[child] === 'case'))
  if (subject !== undefined && marks.length > 0) {
    attach(draft, subject, noun, 'nmod')
    for (const mark of marks) attach(draft, mark, subject, 'case')
  } else if (subject !== undefined) return
  attach(draft, verb, -1, 'root')
  attach(draft, noun, verb, 'nsubj')
  for (const child of children) if (child > verb && relations[child] === 'punct') heads[child] = verb
}

/** "government-held villages": the participle and its noun modify the noun after, even where the parser made a clause of them. */
export function mendCompoundParticiples(draft: Draft): void {
  const { tokens, heads, relations } = draft
  for (let verb = 2; verb < tokens.length - 1; verb++) {
    if (tokens[verb]!.tag !== 'VBN' || tokens[verb - 1]!.form !== '-') continue
    const agent = verb - 2
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(tokens[agent]!.upos)) continue
    const noun = lastNounAfter(draft, verb)
    if (noun === undefined || (heads[verb] === noun && relations[verb] === 'amod')) continue
    const above = heads[verb]!
    const relation = relations[verb]!
    if (heads[noun] === verb || above < 0) {
      // The participle stood where its noun should.
      if (heads[agent] !== verb && heads[agent] !== above) attach(draft, agent, verb, 'compound')
      for (const child of childrenOf(draft, verb))
        if (child !== agent && child !== noun && child !== verb - 1) heads[child] = noun
      attach(draft, noun, above, relation)
    }
    attach(draft, verb, noun, 'amod')
    attach(draft, agent, verb, 'compound')
    for (const child of childrenOf(draft, agent))
      if (relations[child] === 'det' || relations[child] === 'nummod') heads[child] = noun
    raisePredicate(draft, noun)
  }
}

/** "villages … are under siege": the predicate with its copula heads the clause, the noun is its subject. */
function raisePredicate(draft: Draft, noun: number): void {
  const { heads, relations } = draft
  if (relations[noun] !== 'root' && heads[noun]! >= 0) return
  const predicate = childrenOf(draft, noun).find(
    child => child > noun && childrenOf(draft, child).some(inner => relations[inner] === 'cop'),
  )
  const verb =
    predicate ??
    childrenOf(draft, noun).find(
      child =>
        child > noun &&
        /^V/.test(draft.tokens[child]!.tag) &&
        childrenOf(draft, child).some(inner => /^aux/.test(relations[inner]!)),
    )
  if (verb === undefined || childrenOf(draft, verb).some(child => /^nsubj/.test(relations[child]!))) return
  attach(draft, verb, -1, 'root')
  attach(draft, noun, verb, 'nsubj')
}

function lastNounAfter({ tokens }: Draft, index: number): number | undefined {
  let last: number | undefined
  for (let i = index + 1; i < tokens.length; i++) {
    const { upos, form } = tokens[i]!
    if (upos === 'NOUN' || upos === 'PROPN') last = i
    else if (upos !== 'ADJ' && upos !== 'NUM' && form !== '-') break
  }
  return last
}

/** "despite A having links to B", "with A accusing B": the noun between preposition and gerund is its subject. */
export function seatGerundSubjects(draft: Draft): void {
  const { tokens, heads, relations } = draft
  tokens.forEach((token, verb) => {
    if (token.tag !== 'VBG' || relations[verb] !== 'advcl') return
    const children = childrenOf(draft, verb)
    if (children.some(child => /^nsubj/.test(relations[child]!))) return
    const subject = children.find(child => child < verb && relations[child] === 'obl')
    if (subject === undefined) return
    const preposition = childrenOf(draft, subject).find(child => relations[child] === 'case')
    if (preposition === undefined || !/^(?:despite|with|without|of|about)$/i.test(tokens[preposition]!.form)) return
    relations[subject] = 'nsubj'
    heads[preposition] = verb
    relations[preposition] = 'mark'
  })
}

/** "after the army encircled": a noun right before a finite verb without a subject is its subject, the preposition its mark. */
export function seatFiniteSubjects(draft: Draft): void {
  const { tokens, heads, relations } = draft
  tokens.forEach((token, verb) => {
    if (!/^VB[DZP]$/.test(token.tag) || !/^(?:advcl|xcomp|ccomp|conj)$/.test(relations[verb]!)) return
    if (childrenOf(draft, verb).some(child => /^(?:nsubj|aux:pass)/.test(relations[child]!))) return
    let noun = verb - 1
    while (tokens[noun]?.upos === 'ADV') noun--
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[noun]?.upos ?? '')) return
    if (relations[noun] !== 'obl' || heads[noun] !== heads[verb]) return
    const preposition = childrenOf(draft, noun).find(child => relations[child] === 'case')
    if (preposition === undefined || !/^(?:after|before|since|until|as|once|than)$/i.test(tokens[preposition]!.form))
      return
    attach(draft, noun, verb, 'nsubj')
    attach(draft, preposition, verb, 'mark')
    relations[verb] = 'advcl'
  })
}

/** "told the agency that forces fired": of two subjects, the one before "that" is whom the words were said to. */
export function releaseHearers(draft: Draft): void {
  const { tokens, heads, relations } = draft
  tokens.forEach((token, that) => {
    if (token.form.toLowerCase() !== 'that' || that === 0) return
    const hearer = that - 1
    let noun = hearer
    while (/^(?:flat|compound)$/.test(relations[noun]!) && heads[noun]! >= 0) noun = heads[noun]!
    const clause = heads[noun]!
    if (relations[noun] !== 'nsubj' || clause <= that || relations[clause] !== 'ccomp') return
    const second = childrenOf(draft, clause).some(child => child > that && /^nsubj/.test(relations[child]!))
    if (second && heads[clause]! >= 0 && heads[clause]! < noun) attach(draft, noun, heads[clause]!, 'iobj')
  })
}

/** "charged with fraud by prosecutors": what a bare noun beneath a passive verb seems to be done by is the verb's agent. */
export function raiseAgent(draft: Draft, by: number): void {
  const { tokens, heads, relations } = draft
  if (relations[by] !== 'case' || tokens[by]!.form.toLowerCase() !== 'by') return
  const agent = heads[by]!
  const matter = heads[agent] ?? -1
  if (agent < by || relations[agent] !== 'nmod' || matter < 0 || relations[matter] !== 'obl') return
  const verb = heads[matter]!
  // Where the noun stands with words of its own, "in a statement by the UN", it may well have a doer.
  const beneath = childrenOf(draft, matter).filter(child => child !== agent)
  const bare = beneath.length === 1 && /^(?:with|of|for)$/i.test(tokens[beneath[0]!]!.form)
  if (!bare || tokens[matter]!.tag !== 'NN') return
  const others = childrenOf(draft, verb).map(child => relations[child])
  if (others.includes('aux:pass') && !others.includes('obl:agent')) attach(draft, agent, verb, 'obl:agent')
}
