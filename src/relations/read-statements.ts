import type { Span, Statement } from '../types.ts'
import { childrenBy } from '../util/tree.ts'
import { actorsOf } from './actors.ts'
import { accuserOf } from './assertion.ts'
import { surfaceSubject } from './clause.ts'
import type { Draft } from './draft.ts'
import type { Row } from './ontology.ts'
import { lemmaAt, type Scene } from './scene.ts'

/** Rows that statements feed, by predicate; a user may have taken one away. */
export type RowsByName = ReadonlyMap<string, Row>

const tokenAt = (scene: Scene, offset: number): number =>
  scene.tree.tokens.findIndex(token => token.start <= offset && offset < token.end)

/** The verb of a cue: the last one in "is urging". */
function cueVerb(scene: Scene, [start, end]: Span): number {
  const { tokens } = scene.tree
  const inside = tokens.flatMap((token, i) => (start <= token.start && token.end <= end ? [i] : []))
  return inside.findLast(i => tokens[i]!.upos === 'VERB') ?? inside[0] ?? -1
}

/** Who speaks to somebody, told them. */
export function readAddressees(scene: Scene, statements: readonly Statement[], rows: RowsByName): Draft[] {
  const row = rows.get('told')
  if (row === undefined) return []
  return statements.flatMap(({ speaker, addressee, cue }) => {
    const anchor = cue === null ? -1 : cueVerb(scene, cue)
    if (speaker === null || addressee === null || speaker === addressee || anchor < 0) return []
    if (speaksOtherwise(scene, anchor) || SPURS.test(lemmaAt(scene, anchor))) return []
    return [
      {
        row,
        subject: speaker,
        object: addressee,
        anchor,
        trigger: cue,
        negated: false,
        modality: 'actual',
        code: row.cameo,
      },
    ]
  })
}

/** Urging, warning and accusing have rows of their own. */
const speaksOtherwise = (scene: Scene, anchor: number): boolean =>
  (scene.ontology.triggers.get(lemmaAt(scene, anchor)) ?? []).some(
    ({ kind, row, with: nouns }) =>
      kind === 'verb' &&
      nouns.length === 0 &&
      !ALSO_SAYS.test(lemmaAt(scene, anchor)) &&
      /^(?:demanded|warned|threatened|accused|promised|denied|proposed)$/.test(row.predicate),
  )

/** Verbs that do something to their hearers rather than tell them anything. */
const SPURS = /^(?:encourage|invite|offer|enable|help|inspire|motivate|tempt)$/

/** Verbs that only with an infinitive ask for something. */
const ALSO_SAYS = /^(?:tell|say|ask|speak|talk|suggest|explain|remind)$/

/** Who is said to have ended an attack is not accused of it. */
function endsDeed(scene: Scene, anchor: number): boolean {
  const { head } = scene.tree.tokens[anchor]!
  const ending = /^(?:end|halt|stop|suspend|cease|complete)$/
  return ending.test(lemmaAt(scene, anchor)) || (head >= 0 && ending.test(lemmaAt(scene, head)))
}

/** "A claimed that B shelled C": who claims a violent deed, accuses its doer. */
export function readAccusations(
  scene: Scene,
  drafts: readonly Draft[],
  statementsAt: (offset: number) => readonly Statement[],
  rows: RowsByName,
): Draft[] {
  const row = rows.get('accused')
  if (row === undefined) return []
  const { claims } = scene.ontology.grammar
  return drafts.flatMap(({ row: deed, code, anchor, subject, negated }): Draft[] => {
    if (negated || deed.category !== 'conflict' || code === null || code < '17') return []
    if (endsDeed(scene, anchor) || accuserOf(scene, anchor) != null) return []
    return statementsAt(scene.tree.tokens[anchor]!.start).flatMap((statement): Draft[] => {
      if (statement.cue === null || statement.speaker === null || statement.speaker === subject) return []
      const cue = tokenAt(scene, statement.cue[0])
      if (cue < 0 || !claims.has(lemmaAt(scene, cue))) return []
      return [
        {
          row,
          subject: statement.speaker,
          object: subject,
          anchor: cue,
          trigger: statement.cue,
          negated: false,
          modality: 'actual',
          code: row.cameo,
        },
      ]
    })
  })
}

/** What nobody is asked to do. */
const STATES =
  /^(?:be|have|need|know|feel|remain|stay|seem|become|matter|deserve|enjoy|benefit|receive|exist|apply|cost|suffer|expect|like|want|prove|continue|return|win|lose|grow|rise|fall|worry|wonder|fit|suit|match|understand|belong|depend|contain|include|look|sound|realise|realize|think|believe|hope|remember|thank|see|hear)$/

/** "that parties should be free", "whether a judge should": what a relative clause or a question speaks of. */
const relativeClause = (scene: Scene, verb: number): boolean =>
  /^acl/.test(scene.tree.tokens[verb]!.deprel) ||
  childrenBy(scene.tree, verb, 'mark').some(mark => /^(?:whether|if|unless)$/.test(lemmaAt(scene, mark)))

/** "Some people think that they should": inside a quotation, what others than its speaker want. */
function isOpinionOfOthers(scene: Scene, verb: number, { content }: Statement): boolean {
  const { tokens } = scene.tree
  let at = verb
  for (let steps = 0; steps < 6 && tokens[at]!.head >= 0; steps++) {
    const { deprel, head } = tokens[at]!
    const inside = content.some(([start, end]) => start <= tokens[head]!.start && tokens[head]!.end <= end)
    if (!inside) return false
    const subject = deprel === 'ccomp' ? surfaceSubject(scene, head) : undefined
    if (subject !== undefined && !/^(?:i|we)$/i.test(tokens[subject]!.form)) return true
    at = head
  }
  return false
}

const MUST = new Set(['must', 'should', 'ought'])

/** "A said that B must …": what a speaker says others must do is a demand. */
export function readObligations(
  scene: Scene,
  statementsAt: (offset: number) => readonly Statement[],
  rows: RowsByName,
): Draft[] {
  const row = rows.get('demanded')
  if (row === undefined) return []
  const { tree } = scene
  const drafts: Draft[] = []
  tree.tokens.forEach((token, i) => {
    if (token.head < 0 || !MUST.has(token.lemma.toLowerCase()) || token.deprel !== 'aux') return
    const [statement] = statementsAt(token.start)
    if (statement?.speaker == null) return
    const verb = token.head
    // "must be freed" obliges nobody that is named, "must be bad" nobody at all.
    if (childrenBy(tree, verb, 'nsubj:pass', 'cop').length > 0) return
    // "should have come" blames, "must be waiting" guesses, "should have a say" asks it of others.
    if (childrenBy(tree, verb, 'aux').some(aux => aux !== i && /^(?:have|be)$/.test(lemmaAt(scene, aux)))) return
    if (STATES.test(lemmaAt(scene, verb)) || relativeClause(scene, verb)) return
    if (isOpinionOfOthers(scene, verb, statement)) return
    const subject = surfaceSubject(scene, verb)
    // "Should they leave?" asks.
    if (subject === undefined || subject > i) return
    for (const actor of actorsOf(scene, subject, 'organ')) {
      if (actor.entity === statement.speaker || actor.type === 'place' || actor.type === 'event') continue
      const code = token.lemma.toLowerCase() === 'must' ? row.cameo : '020'
      drafts.push({
        row,
        subject: statement.speaker,
        object: actor.entity,
        anchor: i,
        trigger: [token.start, token.end],
        negated: false,
        modality: 'actual',
        code,
      })
    }
  })
  return drafts
}
