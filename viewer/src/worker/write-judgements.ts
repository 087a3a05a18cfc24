import { nameForm } from '../../../src/util/name-form.ts'
import type { Named, NamePair } from '../model/judgements.ts'

const letters: Readonly<Record<string, string>> = { person: 'p', state: 's', group: 'g', place: 'l', event: 'e' }

/**
 * Corrections as `judgements.json` keeps them (see `docs/resolution.md`). A split sets the name that leaves against each
 * reference that stays: against one alone, it could go on living with the others.
 */
export function writeJudgements(pairs: readonly NamePair[]): string {
  const lines = pairs.flatMap(({ verdict, a, b, why }) => {
    const told = (one: string, other: string) =>
      `    ${JSON.stringify({ verdict, a: one, b: other, by: 'person', why, score: null })}`
    if (verdict === 'same') return [told(referenceTo(a), referenceTo(b))]
    const leaving = called(b)
    const others = a.references.filter(reference => !leaving.includes(reference))
    const staying = others.length > 0 ? others : [referenceTo(a)]
    return leaving.flatMap(one => staying.filter(other => other !== one).map(other => told(other, one)))
  })
  return `{\n  "judgements": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
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
