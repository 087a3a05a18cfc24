import type { Tree } from '../util/tree.ts'
import type { Attribution } from './attribution.ts'
import type { Quotation } from './quotations.ts'
import { quotationAt } from './reading.ts'
import type { StatementResources } from './resources.ts'

export interface CueContext {
  readonly quotations: readonly Quotation[]
  readonly resources: StatementResources
  /** What the same reader has found before in the sentence. */
  readonly found: readonly Attribution[]
}

/** Reads one token as a cue; null where it is none. */
export type ReadCue = (tree: Tree, index: number, context: CueContext) => Attribution | null

/** The cues that each reader finds in a sentence, outside quotations; those of its whole paragraph are given. */
export function findCues(
  tree: Tree,
  ofParagraph: readonly Quotation[],
  resources: StatementResources,
  readers: readonly ReadCue[],
): Attribution[] {
  const { sentence } = tree
  const quotations = ofParagraph.filter(({ start, end }) => start < sentence.end && end > sentence.start)
  const outside: number[] = []
  tree.tokens.forEach(({ start }, index) => {
    if (quotationAt(quotations, start) === undefined) outside.push(index)
  })
  return readers.flatMap(read => {
    const found: Attribution[] = []
    const context: CueContext = { quotations, resources, found }
    for (const index of outside) {
      const cue = read(tree, index, context)
      if (cue !== null) found.push(cue)
    }
    return found
  })
}
