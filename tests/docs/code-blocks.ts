import { readFileSync } from 'node:fs'

export interface CodeBlock {
  readonly language: string
  readonly code: string
  /** Line of the page where the block begins, from 1. */
  readonly line: number
}

/** The fenced code blocks of a Markdown page. */
export function codeBlocks(page: string): CodeBlock[] {
  const text = readFileSync(page, 'utf8')
  return [...text.matchAll(/^```([\w-]*)[^\n]*\n([\s\S]*?)^```$/gm)].map(({ 1: language, 2: code, index }) => ({
    language: language!,
    code: code!,
    line: text.slice(0, index).split('\n').length,
  }))
}

/** The words of a command line, quotes taken off. */
export function shellWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain!)
}
