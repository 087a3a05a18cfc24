/**
 * Claims that one speaker makes and another denies: the same actors and predicate, said to be so and said not to be so.
 *
 * npx tsx docs/examples/who-disagrees.ts [graph-out]
 */
import { readFileSync } from 'node:fs'
import { openGraph, readGraph } from 'hearsay'

const [folder = 'graph-out'] = process.argv.slice(2)
const story = openGraph(readGraph(readFileSync(`${folder}/graph.json`, 'utf8')))

const denied = story.relations({ negated: true })
console.log(`${denied.length} claims are said not to be so`)
for (const claim of denied) {
  const { subject, object, predicate } = claim
  const affirmed = story.relations({ subject: subject.key, object: object.key, predicate, negated: false })
  for (const piece of [...claim.evidence, ...affirmed.flatMap(({ evidence }) => evidence)]) {
    const voice = piece.claimedBy?.label ?? piece.outlet ?? piece.title ?? piece.doc
    console.log(
      `${subject.label} ${piece.negated ? 'not ' : ''}${predicate} ${object.label}, says ${voice}: ${piece.text}`,
    )
  }
}
