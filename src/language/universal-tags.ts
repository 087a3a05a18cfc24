/** Universal parts of speech from Penn tags, the word and its relation. */

const FROM_TAG: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  VB: 'VERB',
  VBD: 'VERB',
  VBG: 'VERB',
  VBN: 'VERB',
  VBP: 'VERB',
  VBZ: 'VERB',
  MD: 'AUX',
  JJ: 'ADJ',
  JJR: 'ADJ',
  JJS: 'ADJ',
  AFX: 'ADJ',
  RB: 'ADV',
  RBR: 'ADV',
  RBS: 'ADV',
  WRB: 'ADV',
  RP: 'ADP',
  IN: 'ADP',
  TO: 'PART',
  POS: 'PART',
  CC: 'CCONJ',
  CD: 'NUM',
  DT: 'DET',
  PDT: 'DET',
  WDT: 'PRON',
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
  if (tag.startsWith('VB') && (relation === 'aux' || relation === 'aux:pass' || relation === 'cop')) return 'AUX'
  if (tag === 'IN' && relation === 'mark') return 'SCONJ'
  if (tag === 'TO' && relation === 'case') return 'ADP'
  const determines = relation.startsWith('det')
  if (tag === 'DT' && !determines && DEMONSTRATIVE.test(lower)) return 'PRON'
  if (tag === 'DT' && (relation === 'advmod' || relation === 'cc:preconj')) return 'ADV'
  if (tag === 'WDT' && determines) return 'DET'
  if (tag === 'NN' && INDEFINITE.test(lower)) return 'PRON'
  if (tag === 'NNP' && relation === 'amod') return 'ADJ'
  if (tag === 'RB' && (lower === 'not' || lower === "n't" || lower === 'n’t')) return 'PART'
  if (tag === 'NN' && lower === '%') return 'SYM'
  return FROM_TAG[tag] ?? 'X'
}
