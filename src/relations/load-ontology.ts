import { z } from 'zod'
import { HearsayError } from '../errors.ts'
import type { OpenData } from '../types.ts'
import { compileRows } from './compile-rows.ts'
import { loadDemonyms } from './demonyms.ts'
import type { Grammar, Ontology } from './ontology.ts'
import { grammarSchema, type RowFile, rowSchema } from './row-schema.ts'

export type { Ontology } from './ontology.ts'

/** A row that a user brings, with the file to name when it does not hold. */
interface GivenRow {
  readonly file: string
  readonly row: unknown
}

const HINT = 'Compare with the rows in docs/ontology.md.'

/**
 * Reads the rows that ship with hearsay and the user's own; a user's row replaces the shipped row of the same predicate.
 *
 * @param extra rows, bare or as `{ file, row }`
 * @throws HearsayError `ontology/invalid`, naming the file and the key that does not hold
 */
export function loadOntology(open: OpenData, extra: readonly unknown[] = []): Ontology {
  const { predicates } = parse(open, 'index.json', z.strictObject({ predicates: z.array(z.string()) }))
  const rows = new Map<string, RowFile>()
  for (const predicate of predicates) {
    const row = parse(open, `${predicate}.json`, rowSchema)
    if (row.predicate !== predicate) throw invalid(`ontology/${predicate}.json`, `predicate is "${row.predicate}"`)
    rows.set(predicate, row)
  }
  extra.forEach((given, i) => {
    const { file, row } = isGivenRow(given) ? given : { file: `ontology row ${i + 1}`, row: given }
    const checked = check(file, row, rowSchema)
    rows.set(checked.predicate, checked)
  })
  const words = parse(open, 'grammar.json', grammarSchema)
  const lists = Object.entries(words).map(
    ([name, list]) => [name, list.words.split(',').map(word => word.trim())] as const,
  )
  const irregular = lists.find(([name]) => name === 'irregular')?.[1].map(pair => pair.split('=') as [string, string])
  const grammar = {
    ...Object.fromEntries(lists.map(([name, list]) => [name, new Set(list)])),
    irregular: new Map(irregular),
  }
  return compileRows([...rows.values()], grammar as unknown as Grammar, loadDemonyms(open))
}

/** How the graph shows a predicate. */
export interface PredicateInfo {
  readonly category: string
  readonly label: string
  /** CAMEO code of the predicate at large; null for standing relations. */
  readonly cameo: string | null
}

/** Category, label and code of every predicate. */
export function categoryOf(ontology: Ontology): ReadonlyMap<string, PredicateInfo> {
  return new Map(ontology.rows.map(({ predicate, category, label, cameo }) => [predicate, { category, label, cameo }]))
}

const isGivenRow = (value: unknown): value is GivenRow =>
  typeof value === 'object' && value !== null && 'file' in value && 'row' in value && typeof value.file === 'string'

function parse<T>(open: OpenData, name: string, schema: z.ZodType<T>): T {
  return check(`ontology/${name}`, JSON.parse(new TextDecoder().decode(open(`ontology/${name}`))), schema)
}

function check<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue!.path.length > 0 ? `"${issue!.path.join('.')}": ` : ''
  throw invalid(file, `${where}${issue!.message}`)
}

const invalid = (file: string, problem: string): HearsayError =>
  new HearsayError('ontology/invalid', file, problem, HINT)
