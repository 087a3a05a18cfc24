import { z } from 'zod'

/** What every tool is: it asks the graph, and nothing else. */
export const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const

export const name = z.string().describe('any name or alias, or a key from another answer')
export const day = z.iso.date()
export const limit = z.number().int().min(1).max(200)

/** By which claims are chosen, whoever takes part. */
export const FILTER = {
  predicate: z.array(z.string()).optional().describe('predicates; overview lists them'),
  category: z.array(z.string()).optional().describe('categories; overview lists them'),
  outlet: z.string().optional(),
  from: day.optional().describe('published on this day or later'),
  until: day.optional().describe('published on this day or earlier'),
  negated: z.boolean().optional().describe('true: what is said not to be so'),
  modality: z.array(z.enum(['actual', 'planned', 'possible', 'demanded'])).optional(),
  asserted_by: name.optional().describe('as this speaker has it'),
}
