import type { PlainError } from '../../threads/plain-error.ts'
import type { Document } from '../../types.ts'
import type { ReadLimits } from '../limits.ts'

/** How far a file has been read. */
export interface Place {
  /** How many files within it have been begun; a file that is no archive counts as the one within itself. */
  readonly files: number
  /** How many results have come since the last of them was begun. */
  readonly results: number
}

/** Asks for the next results of a file. */
export interface ReadTask {
  /** The same number for each task of one reading. */
  readonly reading: number
  readonly name: string
  /** Where the file is, or what is in it. */
  readonly source: string | Uint8Array
  readonly limits: ReadLimits
  /** Where the results so far end. */
  readonly from: Place
  /** Files within it that were stopped, by their number, and why. */
  readonly stopped: readonly { readonly file: number; readonly reason: 'time' | 'memory' }[]
}

export interface ReadBatch {
  readonly results: readonly ({ readonly document: Document } | { readonly failed: PlainError })[]
  readonly place: Place
  readonly atEnd: boolean
}
