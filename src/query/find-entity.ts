import { distance } from 'fastest-levenshtein'
import type { HearsayGraph } from '../types.ts'
import { formParts, nameForm } from '../util/name-form.ts'
import type { Found } from './answers.ts'

interface Name {
  readonly key: string
  readonly name: string
  readonly form: string
}

/** Gives the entities that a name may mean, the likeliest first. */
export type FindEntity = (name: string, limit?: number) => Found[]

const SAME = 1
const WORDS = 0.8
const PART = 0.6
const SIMILAR = 0.5

/**
 * Indexes every label and alias. A name finds the entities that bear it (accents, case, titles and outer marks do not
 * count), then those that have all its words, then those whose name holds it, then those with a typing error or two.
 * Node keys are found as well.
 */
export function entityFinder(graph: HearsayGraph): FindEntity {
  const names: Name[] = []
  graph.forEachNode((key, { label, aliases }) => {
    for (const name of new Set([label, ...aliases])) names.push({ key, name, form: nameForm(name) })
  })
  return (asked, limit = 10) => {
    if (graph.hasNode(asked)) return [found(graph, asked, asked, SAME)]
    const form = nameForm(asked)
    if (form === '') return []
    const words = formParts(form)
    const best = new Map<string, Found>()
    for (const { key, name, form: other } of names) {
      const score = similarity(form, words, other)
      if (score > (best.get(key)?.score ?? 0)) best.set(key, found(graph, key, name, score))
    }
    const importance = (key: string) => graph.getNodeAttribute(key, 'mentions')
    return [...best.values()]
      .sort((a, b) => b.score - a.score || importance(b.key) - importance(a.key) || (a.key < b.key ? -1 : 1))
      .slice(0, limit)
  }
}

function found(graph: HearsayGraph, key: string, matched: string, score: number): Found {
  const { label, entity_type } = graph.getNodeAttributes(key)
  return { key, label, type: entity_type, matched, score }
}

function similarity(asked: string, words: readonly string[], other: string): number {
  if (asked === other) return SAME
  const parts = formParts(other)
  if (words.every(word => parts.includes(word))) return WORDS
  if (asked.length >= 3 && other.includes(asked)) return PART
  // A typing error for every five letters, never in short names.
  const allowed = Math.floor(asked.length / 5)
  if (allowed > 0 && Math.abs(asked.length - other.length) <= allowed && distance(asked, other) <= allowed)
    return SIMILAR
  return 0
}
