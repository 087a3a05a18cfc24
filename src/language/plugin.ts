/** Universal Dependencies for compromise: `nlp.plugin(universalDependencies(language))` adds `doc.dependencies()`. */

import type { Token } from '../types.ts'
import type { Language } from './language.ts'

/** Place of a compromise term: index of the sentence, of the term in it, and of the term after. */
export type TermPointer = readonly [sentence: number, start: number, end: number]

/** A word of the tree; offsets point into the text of the view. */
export interface DependencyWord extends Token {
  /** The compromise term that the word stands in; null for punctuation between terms. */
  readonly term: TermPointer | null
}

export interface DependencySentence {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly words: readonly DependencyWord[]
}

/** What the plugin uses of a compromise view. */
interface View {
  readonly docs: readonly (readonly { readonly pre: string; readonly text: string; readonly post: string }[])[]
  readonly fullPointer: readonly (readonly [number, number?, number?, ...unknown[]])[]
}

interface ViewClass {
  readonly prototype: { dependencies?: (this: View) => DependencySentence[] }
}

interface CompromisePlugin {
  api(view: ViewClass): void
}

/**
 * A compromise plugin backed by a loaded language model. It works with `compromise/one`, `/two` and `/three`; it neither
 * reads nor changes compromise's own tags.
 */
export function universalDependencies(language: Language): CompromisePlugin {
  return {
    api(view) {
      view.prototype.dependencies = function () {
        return parseView(this, language)
      }
    },
  }
}

function parseView(view: View, language: Language): DependencySentence[] {
  let text = ''
  // Where each term's own letters end, to find the term of a word.
  const ends: number[] = []
  const starts: number[] = []
  const pointers: TermPointer[] = []
  view.docs.forEach((terms, s) => {
    const [sentence, first = 0] = view.fullPointer[s]!
    terms.forEach((term, t) => {
      const start = text.length + term.pre.length
      text += term.pre + term.text + term.post
      if (term.text === '') return
      starts.push(start)
      ends.push(start + term.text.length)
      pointers.push([sentence, first + t, first + t + 1])
    })
  })
  let at = 0
  return language.analyse(text, [{ start: 0, end: text.length, kind: 'text' }]).map(({ start, end, tokens }) => ({
    text: text.slice(start, end),
    start,
    end,
    words: tokens.map(token => {
      while (at < ends.length && ends[at]! <= token.start) at++
      const inside = at < ends.length && starts[at]! < token.end
      return { ...token, term: inside ? pointers[at]! : null }
    }),
  }))
}
