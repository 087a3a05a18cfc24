import type { EntityType } from '../types.ts'
import type { Demonyms } from './demonyms.ts'
import type { GovernedNoun, Grammar, Ontology, Row, Slot, StructureName, Trigger } from './ontology.ts'
import type { RowFile, TriggerFile } from './row-schema.ts'

/** Where arguments stand when a trigger does not say. */
const DEFAULTS: Record<Trigger['kind'], { subject: string; object: string }> = {
  verb: { subject: 'subject', object: 'object' },
  noun: { subject: 'support | by | possessor | compound', object: 'of | on | against' },
  role: { subject: 'holder', object: 'possessor | compound | of' },
  adjective: { subject: 'subject', object: 'to | with' },
  adverb: { subject: 'above', object: 'below' },
}

const PREPOSITIONS = new Set(['under', 'in', 'to', 'into', 'on', 'from', 'at', 'off'])

/** Turns rows as they stand on disk into triggers indexed by the lemma that sets them off. */
export function compileRows(files: readonly RowFile[], grammar: Grammar, demonyms: Demonyms): Ontology {
  const rows: Row[] = []
  const triggers = new Map<string, Trigger[]>()
  const structures = new Map<StructureName, Row>()
  const eventRows: { row: Row; slots: readonly Slot[] }[] = []
  for (const file of files) {
    const row: Row = {
      predicate: file.predicate,
      label: file.label,
      category: file.category,
      meaning: file.meaning,
      cameo: file.cameo || null,
      plover: file.plover || null,
      symmetric: file.symmetric ?? false,
      reciprocal: file.reciprocal ?? false,
      examples: file.examples,
    }
    rows.push(row)
    for (const given of file.triggers) {
      if (given.structure) structures.set(given.structure, row)
      else if (given.event) eventRows.push({ row, slots: slotsOf(given.event) })
      else for (const [lemma, trigger] of compileTrigger(file, given, row)) append(triggers, lemma, trigger)
    }
  }
  const answers = [...triggers.values()].some(list =>
    list.some(({ subject, object }) => [...subject, ...object].some(([place]) => place === 'claimant')),
  )
  return { answers, rows, triggers, structures, eventRows, grammar, demonyms }
}

function compileTrigger(file: RowFile, given: TriggerFile, row: Row): [string, Trigger][] {
  const [kind, words] = kindOf(given)
  const governed = wordsOf(given.with).map(governedNoun)
  const subject = slotsOf(given.subject ?? DEFAULTS[kind].subject)
  const object = slotsOf(given.object ?? DEFAULTS[kind].object)
  const subjectTypes = typesOf(given.subjectTypes ?? file.subject)
  const objectTypes = typesOf(given.objectTypes ?? file.object)
  const subjectWords = new Set(wordsOf(given.subjectWords))
  const clauseVerbs = new Set(wordsOf(given.clauseVerbs))
  return words.map(phrase => {
    const parts = splitWords(phrase)
    // A verb leads its particles; a noun closes its compound.
    const head = kind === 'verb' || kind === 'adverb' ? parts.shift()! : parts.pop()!
    // Written out: V8 gives every object that is spread and then added to a hidden class of its own, and these are read often.
    const trigger: Trigger = {
      row,
      kind,
      extra: parts,
      with: governed,
      subject,
      object,
      subjectTypes,
      objectTypes,
      subjectWords,
      clauseVerbs,
      code: given.code ?? (file.cameo || null),
      armed: given.armed ?? null,
      planned: given.planned ?? file.planned ?? null,
      refused: given.refused ?? file.refused ?? null,
      clause: given.clause ?? null,
      deed: given.deed ?? null,
      when: given.when ?? null,
      together: given.together ?? null,
      passive: given.passive ?? false,
      participle: given.participle ?? false,
      sameType: given.sameType ?? false,
      owner: given.owner ?? true,
      purpose: given.purpose ?? true,
      named: given.named ?? false,
      whole: given.whole ?? false,
      shared: given.shared ?? false,
    }
    return [head, trigger]
  })
}

function kindOf(given: TriggerFile): [Trigger['kind'], string[]] {
  if (given.verbs !== undefined) return ['verb', wordsOf(given.verbs)]
  if (given.nouns !== undefined) return ['noun', wordsOf(given.nouns)]
  if (given.roles !== undefined) return ['role', wordsOf(given.roles)]
  if (given.adjectives !== undefined) return ['adjective', wordsOf(given.adjectives)]
  return ['adverb', wordsOf(given.adverbs)]
}

function governedNoun(phrase: string): GovernedNoun {
  const parts = splitWords(phrase)
  const preposition = parts.length > 1 && PREPOSITIONS.has(parts[0]!) ? parts.shift()! : null
  const head = parts.pop()!
  return { head, before: parts, preposition }
}

/** Hyphens split too, as the treebanks split them; a prefix of two letters stays ("re-establish"). */
const splitWords = (phrase: string): string[] => phrase.toLowerCase().split(/ |(?<=\p{L}{3})-/u)

const wordsOf = (list: string | undefined): string[] =>
  list === undefined
    ? []
    : list
        .split(',')
        .map(word => word.trim())
        .filter(word => word !== '')

const slotsOf = (list: string): Slot[] => list.split('|').map(slot => slot.trim().split('/'))

const typesOf = (list: string): ReadonlySet<EntityType> => new Set(list.split(' ') as EntityType[])

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
