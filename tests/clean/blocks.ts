import { clean } from '../../src/clean/clean.ts'

/** `kind: words` for every block of a text. */
export function blocksOf(text: string): string[] {
  return clean({ id: 'a', text }).blocks.map(block => `${block.kind}: ${text.slice(block.start, block.end)}`)
}
