import type { Article, Span } from '../types.ts'
import { type Tree, treeOf } from '../util/tree.ts'
import { findQuotations, type Quotation } from './quotations.ts'

export interface Paragraph {
  readonly span: Span
  readonly heading: boolean
  readonly trees: readonly Tree[]
  readonly quotations: readonly Quotation[]
}

/** The article as this room reads it: prose and headings with their sentences and quotations. */
export function readParagraphs(article: Article): Paragraph[] {
  const trees = new Map<number, Tree[]>()
  for (const sentence of article.sentences) {
    const list = trees.get(sentence.block)
    if (list === undefined) trees.set(sentence.block, [treeOf(sentence)])
    else list.push(treeOf(sentence))
  }
  const kept = article.blocks
    .map((block, index) => ({ block, trees: trees.get(index) ?? [] }))
    .filter(({ block }) => block.kind === 'text' || block.kind === 'heading')
  const spans = kept.map(({ block }): Span => [block.start, block.end])
  const quotations = kept.map((): Quotation[] => [])
  for (const quotation of findQuotations(article.document.text, spans)) quotations[quotation.paragraph]!.push(quotation)
  return kept.map(({ block, trees: own }, i) => ({
    span: spans[i]!,
    heading: block.kind === 'heading',
    trees: own,
    quotations: quotations[i]!,
  }))
}

/** The quotation that holds an offset, if one does. `quotations` in text order. */
export function quotationAt(quotations: readonly Quotation[], offset: number): Quotation | undefined {
  return quotations.find(q => q.start <= offset && offset < q.end)
}
