import { extract, type Resources, type RunStage } from '../pipeline.ts'
import type { PlainError } from '../threads/plain-error.ts'
import type { Document } from '../types.ts'

/** Milliseconds by stage. */
export type Spent = Readonly<Record<string, number>>

/** One line of `extractions.ndjson` without its line end, or why there is none. Plain data: it crosses threads. */
export type ExtractedLine = { readonly line: string; readonly spent: Spent } | { readonly failed: PlainError }

/** Extracts one document; whatever goes wrong stays with this document. */
export function extractLine(document: Document, resources: Resources): ExtractedLine {
  const spent: Record<string, number> = {}
  const timed: RunStage = (stage, work) => {
    const started = performance.now()
    const result = work()
    spent[stage] = performance.now() - started
    return result
  }
  try {
    return { line: JSON.stringify(extract(document, resources, timed)), spent }
  } catch (error) {
    return {
      failed: {
        code: 'extract/failed',
        subject: document.id,
        problem: `reading the sentences failed (${error instanceof Error ? error.message : String(error)})`,
        hint: 'The other documents are not affected; please report this text as a fault of hearsay.',
      },
    }
  }
}
