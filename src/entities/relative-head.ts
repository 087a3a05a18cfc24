import type { Tree } from '../util/tree.ts'

/** The noun that a relative pronoun stands for: the one its clause hangs on; null outside relative clauses. */
export function relativeHead({ tokens }: Tree, pronoun: number): number | null {
  let at = pronoun
  for (let steps = 0; steps < 6; steps++) {
    const { head, deprel } = tokens[at]!
    if (head < 0) return null
    if (deprel === 'acl:relcl') return head < pronoun ? head : null
    at = head
  }
  return null
}
