/**
 * Learns the weights of `src/data/entities/pronoun-ranking.json` from the coreference annotation of GUM, with mentions,
 * parses and name links as the product finds them: a log-linear ranker, stochastic gradient ascent, fixed order.
 *
 *     npx tsx scripts/entities/train-pronouns.ts [../shared/treebanks] [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFiles } from '../../src/data-files.ts'
import type { Candidate, Chain } from '../../src/entities/candidate.ts'
import { Chains } from '../../src/entities/chains.ts'
import { findNameCandidates } from '../../src/entities/find-name-candidates.ts'
import { findNominals } from '../../src/entities/find-nominals.ts'
import { findPronouns } from '../../src/entities/find-pronouns.ts'
import { linkNames } from '../../src/entities/link-names.ts'
import { linkNominals } from '../../src/entities/link-nominals.ts'
import { linkRoles } from '../../src/entities/link-roles.ts'
import { quotedStretches } from '../../src/entities/quoted-stretches.ts'
import { antecedentsOf } from '../../src/entities/rank-antecedents.ts'
import { relativeHead } from '../../src/entities/relative-head.ts'
import { loadEntityResources } from '../../src/entities/resources.ts'
import { loadLanguage } from '../../src/language/index.ts'
import type { Article } from '../../src/types.ts'
import { type GoldDocument, readGum } from './read-gum.ts'

interface Choice {
  readonly right: readonly number[]
  readonly features: readonly ReadonlyMap<string, number>[]
}

const EPOCHS = 20
const RATE = 0.05
const DECAY = 1e-4

const treebanks = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]
const folder = treebanks ?? '../shared/treebanks'
const language = loadLanguage(openDataFiles)
const resources = loadEntityResources(openDataFiles)

function choicesOf({ text, mentions }: GoldDocument): Choice[] {
  const blocks = [{ start: 0, end: text.length, kind: 'text' as const }]
  const article: Article = {
    document: { id: 'gum', text },
    blocks,
    pullQuotes: [],
    sentences: language.analyse(text, blocks),
  }
  const quoted = quotedStretches(article)
  const names = findNameCandidates(article, resources, quoted)
  const nominals = findNominals(article, names, resources, quoted)
  const chains = new Chains()
  linkNames(names, chains, resources)
  linkRoles(article, names, nominals, chains, resources)
  linkNominals(nominals, names, chains, resources)
  const goldOf = (candidate: Candidate): string | undefined => {
    let best: string | undefined
    let most = 0.5
    for (const { start, end, entity } of mentions) {
      const shared = Math.min(end, candidate.end) - Math.max(start, candidate.start)
      const overlap = shared / (Math.max(end, candidate.end) - Math.min(start, candidate.start))
      if (overlap >= most) [best, most] = [entity, overlap]
    }
    return best
  }
  const goldOfChain = new Map<Chain, Set<string>>()
  for (const chain of chains.all()) {
    goldOfChain.set(chain, new Set(chain.candidates.flatMap(candidate => goldOf(candidate) ?? [])))
  }
  const choices: Choice[] = []
  const all = chains.all()
  for (const pronoun of findPronouns(article, resources, quoted)) {
    if (relativeHead(pronoun.tree, pronoun.head) !== null) continue
    const gold = goldOf(pronoun)
    if (gold === undefined) continue
    const antecedents = antecedentsOf(pronoun, all)
    const right = antecedents.flatMap(({ chain }, i) => (goldOfChain.get(chain)!.has(gold) ? [i] : []))
    if (right.length > 0) {
      choices.push({ right, features: antecedents.map(({ features }) => features) })
      chains.join(antecedents[right[0]!]!.chain, pronoun)
    }
  }
  return choices
}

const sum = (features: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>): number => {
  let total = 0
  for (const [feature, value] of features) total += value * (weights.get(feature) ?? 0)
  return total
}

function train(choices: readonly Choice[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch * 0.2)
    for (const { right, features } of choices) {
      const scores = features.map(each => sum(each, weights))
      const top = Math.max(...scores)
      const shares = scores.map(score => Math.exp(score - top))
      const total = shares.reduce((a, b) => a + b, 0)
      const totalRight = right.reduce((a, i) => a + shares[i]!, 0)
      features.forEach((each, i) => {
        const gradient = (right.includes(i) ? shares[i]! / totalRight : 0) - shares[i]! / total
        for (const [feature, value] of each) {
          const weight = weights.get(feature) ?? 0
          weights.set(feature, weight + rate * (gradient * value - DECAY * weight))
        }
      })
    }
  }
  return weights
}

function accuracy(choices: readonly Choice[], weights: ReadonlyMap<string, number>): number {
  let right = 0
  for (const choice of choices) {
    const scores = choice.features.map(each => sum(each, weights))
    if (choice.right.includes(scores.indexOf(Math.max(...scores)))) right++
  }
  return right / choices.length
}

const read = (part: string) => readGum(readFileSync(join(folder, `gum-${part}.conllu`), 'utf8')).flatMap(choicesOf)
const [training, held] = [read('train'), read('dev')]
const weights = train(training)
console.log(`${training.length} pronouns to learn from, ${held.length} held back`)
console.log(`right: ${accuracy(training, weights).toFixed(3)} and ${accuracy(held, weights).toFixed(3)}`)
const rows = [...weights]
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([feature, weight]) => ({ feature, weight: Math.round(weight * 100) / 100 }))
const json = `[\n${rows.map(row => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`
if (process.argv.includes('--write'))
  writeFileSync(new URL('../../src/data/entities/pronoun-ranking.json', import.meta.url), json)
else console.log(json)
