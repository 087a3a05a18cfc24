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
const DETERMINING = /^det/

/** `relation` is the word's deprel, which tells auxiliaries from verbs and determiners from pronouns. */
export function universalTag(tag: string, lower: string, relation: string): string {
  if (tag.startsWith('VB') && (relation === 'aux' || relation === 'aux:pass' || relation === 'cop')) return 'AUX'
  if (tag === 'IN' && relation === 'mark') return 'SCONJ'
  if (tag === 'TO' && relation === 'case') return 'ADP'
  if ((tag === 'DT' || tag === 'WDT') && !DETERMINING.test(relation) && lower !== 'the') {
    return tag === 'DT' && (relation === 'advmod' || relation === 'cc:preconj') ? 'ADV' : 'PRON'
  }
  if (tag === 'WDT') return 'DET'
  if (tag === 'RB' && (lower === 'not' || lower === "n't" || lower === 'n’t')) return 'PART'
  if (tag === 'NN' && lower === '%') return 'SYM'
  return FROM_TAG[tag] ?? 'X'
}
