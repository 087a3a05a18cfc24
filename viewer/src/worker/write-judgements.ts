import type { Judgement } from '../../../src/resolve/judgements.ts'
import { nameForm } from '../../../src/util/name-form.ts'
import type { Decision, Named } from '../model/judgements.ts'

const letters: Readonly<Record<string, string>> = { person: 'p', state: 's', group: 'g', place: 'l', event: 'e' }

/** Corrections as `judgements.json` keeps them; see `docs/resolution.md`. */
export function writeJudgements(decisions: readonly Decision[]): string {
  const lines = decisions.flatMap(linesOf).map(line => `    ${JSON.stringify(line)}`)
  return `{\n  "judgements": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

function linesOf(decision: Decision): Judgement[] {
  const signed = { by: 'person', why: decision.why, score: null } as const
  const a = referenceTo(decision.a)
  if (decision.verdict === 'name') return [{ verdict: 'name', a, ...signed, name: decision.name }]
  if (decision.verdict === 'type') return [{ verdict: 'type', a, ...signed, type: decision.type }]
  if (decision.verdict === 'wrong') {
    const { predicate, negated } = decision
    return [{ verdict: 'wrong', a, ...signed, b: referenceTo(decision.b), predicate, negated }]
  }
  if (decision.verdict === 'same') return [{ verdict: 'same', a, b: referenceTo(decision.b), ...signed }]
  return pairsApart(decision.a, decision.b).map(([one, other]) => ({
    verdict: 'different',
    a: one,
    b: other,
    ...signed,
  }))
}

/**
 * A split sets the name that leaves against each reference that stays: against one alone, it could go on living with the
 * others.
 */
function pairsApart(a: Named, b: Named): [string, string][] {
  const leaving = called(b)
  const others = a.references.filter(reference => !leaving.includes(reference))
  const staying = others.length > 0 ? others : [referenceTo(a)]
  return leaving.flatMap(one => staying.filter(other => other !== one).map((other): [string, string] => [other, one]))
}

const composed = ({ type, name }: Named) => `${letters[type]}:${nameForm(name)}`

/** The references of an actor that stand for this name of it; where the graph lists none, the one that its form gives. */
function called(named: Named): string[] {
  const form = nameForm(named.name)
  const own = named.references.filter(reference => reference.slice(2).replace(/@.*$/, '') === form)
  return own.length > 0 ? own : [composed(named)]
}

/** One reference to an actor: by its name where it has that, else its first. */
function referenceTo(named: Named): string {
  const own = composed(named)
  return named.references.includes(own) ? own : (named.references[0] ?? own)
}
