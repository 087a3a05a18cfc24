/** Universal parts of speech from Penn tags, the word and its relation. */

/** Tags of which one part of speech follows, whatever the word. */
const FROM_TAG: Readonly<Record<string, string>> = {
  NNS: 'NOUN',
  NNPS: 'PROPN',
  MD: 'AUX',
  JJ: 'ADJ',
  JJR: 'ADJ',
  JJS: 'ADJ',
  AFX: 'ADJ',
  RBR: 'ADV',
  RBS: 'ADV',
  WRB: 'ADV',
  RP: 'ADP',
  POS: 'PART',
  CC: 'CCONJ',
  CD: 'NUM',
  PDT: 'DET',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  WP$: 'PRON',
  EX: 'PRON',
  UH: 'INTJ',
  FW: 'X',
  LS: 'X',
  GW: 'X',
  ADD: 'PROPN',
  XX: 'X',
  SYM: 'SYM',
  $: 'SYM',
  NFP: 'PUNCT',
  HYPH: 'PUNCT',
  ',': 'PUNCT',
  '.': 'PUNCT',
  ':': 'PUNCT',
  '``': 'PUNCT',
  "''": 'PUNCT',
  '-LRB-': 'PUNCT',
  '-RRB-': 'PUNCT',
}
const DEMONSTRATIVE = /^(?:th(?:is|at|ese|ose))$/
const INDEFINITE = /^(?:(?:some|any|every)(?:thing|one|body)|no(?:thing|body|ne|-one))$/

/** `relation` is the word's deprel, which tells auxiliaries from verbs and determiners from pronouns. */
export function universalTag(tag: string, lower: string, relation: string): string {
  switch (tag) {
    case 'VB':
    case 'VBD':
    case 'VBG':
    case 'VBN':
    case 'VBP':
    case 'VBZ':
      return relation === 'aux' || relation === 'aux:pass' || relation === 'cop' ? 'AUX' : 'VERB'
    case 'IN':
      return relation === 'mark' ? 'SCONJ' : 'ADP'
    case 'TO':
      return relation === 'case' ? 'ADP' : 'PART'
    case 'DT':
      if (!relation.startsWith('det') && DEMONSTRATIVE.test(lower)) return 'PRON'
      return relation === 'advmod' || relation === 'cc:preconj' ? 'ADV' : 'DET'
    case 'WDT':
      return relation.startsWith('det') ? 'DET' : 'PRON'
    case 'NN':
      return lower === '%' ? 'SYM' : INDEFINITE.test(lower) ? 'PRON' : 'NOUN'
    case 'NNP':
      return relation === 'amod' ? 'ADJ' : 'PROPN'
    case 'RB':
      return lower === 'not' || lower === "n't" ? 'PART' : 'ADV'
    default:
      return FROM_TAG[tag] ?? 'X'
  }
}
