import { existsSync, readFileSync } from 'node:fs'
import type { Document } from '../../src/types.ts'

/**
 * Articles to measure on: those of an NDJSON file where there is one, else the sample articles. Repeats get other
 * actors, so that ten times the articles hold ten times the names.
 */
export function corpus(size: number, file: string): Document[] {
  const given = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as Document)
    : (
        JSON.parse(`[${readFileSync('graph-out/extractions.ndjson', 'utf8').trim().split('\n').join(',')}]`) as {
          id: string
          document: Omit<Document, 'id'>
        }[]
      ).map(({ id, document }) => ({ id, ...document }))
  return Array.from({ length: size }, (_, i) => {
    const { id, text } = given[i % given.length]!
    const round = Math.floor(i / given.length)
    return { id: `${round}-${id}`, text: round === 0 ? text : rename(text, round) }
  })
}

/** Gives every capitalised word inside a sentence another ending, the same one throughout a round. */
function rename(text: string, round: number): string {
  const ending = [...String(round)].map(digit => 'aeioulnrst'[Number(digit)]!).join('')
  return text.replace(/(?<=[a-z,] )(\p{Lu}\p{Ll}{3,})\b/gu, `$1${ending}`)
}
