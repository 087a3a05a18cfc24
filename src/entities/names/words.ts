/** What is known of a word form wherever it stands, as integers, computed once. */

import { ownCopy } from '../../util/remember.ts'
import { addToPhrase, type Gazetteer, PHRASE_START, plainForm } from './gazetteer.ts'
import { hashString } from './hash.ts'
import type { WordClasses } from './word-classes.ts'

export interface NameWord {
  readonly lower: string
  /** Form in which lists are searched; see `plainForm`. */
  readonly plain: string
  readonly capital: boolean
  /** A capital anywhere ("iPhone"). */
  readonly hasCapital: boolean
  readonly allCapitals: boolean
  readonly lowercase: boolean
  readonly digits: boolean
  /** Hashes of the form, its lower case, its shape, and its shape with runs shortened. */
  readonly form: number
  readonly word: number
  readonly shape: number
  readonly shortShape: number
  readonly prefixes: readonly [number, number, number]
  readonly suffixes: readonly [number, number, number, number]
  /** Clusters of the word's vector, fine to coarse; 0 where unknown. */
  readonly fine: number
  readonly middle: number
  readonly top: number
  /** Steps of likelihood by class of words, as `class * 5 + step` where the step is above 0. */
  readonly steps: readonly number[]
  readonly stepsHash: number
  /** Gazetteer kinds of the word alone, as bits. */
  readonly kinds: number
  /** Longest listed phrase that starts with the word. */
  readonly longest: number
}

const UNKNOWN_STEPS: readonly number[] = [99]
const CACHE_LIMIT = 100_000

export class NameWords {
  private readonly classes: WordClasses
  private readonly gazetteer: Gazetteer
  private readonly stepFeatures: readonly (readonly number[])[]
  private readonly stepHashes: readonly number[]
  private cache = new Map<string, NameWord>()

  constructor(classes: WordClasses, gazetteer: Gazetteer) {
    this.classes = classes
    this.gazetteer = gazetteer
    this.stepFeatures = classes.steps.map(steps => steps.flatMap((step, index) => (step > 0 ? [index * 5 + step] : [])))
    this.stepHashes = classes.steps.map(steps =>
      hashString(steps.map(step => (step > 2 ? 2 : step > 0 ? 1 : 0)).join('')),
    )
  }

  get(form: string): NameWord {
    let word = this.cache.get(form)
    if (word) return word
    const own = ownCopy(form)
    word = this.make(own)
    if (this.cache.size >= CACHE_LIMIT) this.cache = new Map()
    this.cache.set(own, word)
    return word
  }

  private make(form: string): NameWord {
    const lower = form.toLowerCase()
    const plain = plainForm(form)
    const key = /^\d[\d.,:/]*$/.test(form) ? (form.length === 4 ? '!year' : '!number') : lower
    const shape = form
      .replace(/\p{Lu}/gu, 'X')
      .replace(/\p{L}/gu, 'x')
      .replace(/\d/g, 'd')
    const short = shape.replace(/(.)\1+/g, '$1')
    const capital = /^\p{Lu}/u.test(form)
    const { classes } = this
    let row = classes.find(key)
    if (row < 0) row = classes.find(plain)
    if (row < 0 && plain.includes(' ')) row = classes.find(plain.slice(plain.lastIndexOf(' ') + 1))
    const fine = row < 0 ? 0 : classes.fine[row]!
    const kind = row < 0 ? -1 : classes.kind[row]!
    const phrase = addToPhrase(PHRASE_START, plain)
    return {
      lower,
      plain,
      capital,
      hasCapital: capital || /\p{Lu}/u.test(form),
      allCapitals: form.length > 1 && capital && form === form.toUpperCase(),
      lowercase: /^\p{Ll}/u.test(form),
      digits: /^\d/.test(form),
      form: hashString(form),
      word: hashString(key),
      shape: hashString(shape.length > 8 ? short : shape),
      shortShape: hashString(short),
      prefixes: [hashString(key.slice(0, 2)), hashString(key.slice(0, 3)), hashString(key.slice(0, 4))],
      suffixes: [
        hashString(key.slice(-1)),
        hashString(key.slice(-2)),
        hashString(key.slice(-3)),
        hashString(key.slice(-4)),
      ],
      fine,
      middle: fine === 0 ? 0 : classes.middleOf[fine]!,
      top: fine === 0 ? 0 : classes.topOf[fine]!,
      steps: kind < 0 ? UNKNOWN_STEPS : this.stepFeatures[kind]!,
      stepsHash: kind < 0 ? 99 : this.stepHashes[kind]!,
      kinds: this.gazetteer.kinds.get(phrase) ?? 0,
      longest: this.gazetteer.longest.get(phrase) ?? 1,
    }
  }
}
