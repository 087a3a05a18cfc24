/** The parser's stack, buffer and the arcs made so far, in typed arrays that are reused from sentence to sentence. */

import type { WordType } from './input.ts'

/** What features read where there is no word. */
const NOTHING_TAG = 127
const ROOT_TAG = 126
const ROOT_WORD = 131
const NO_LABEL = 127

export class ParserState {
  /** Words of the sentence. Index `words` is the root; `words + 1` stands for "nothing there". */
  words = 0
  next = 0
  depth = 0
  stack = new Int32Array(0)
  word = new Int32Array(0)
  tag = new Int32Array(0)
  suffix = new Int32Array(0)
  fine = new Int32Array(0)
  coarse = new Int32Array(0)
  heads = new Int32Array(0)
  relations = new Int32Array(0)
  /** Outermost and next-to-outermost dependents on either side, and how many there are. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  leftCount = new Int32Array(0)
  rightCount = new Int32Array(0)

  start(words: readonly WordType[], tags: Int32Array): void {
    const n = words.length
    if (n + 2 > this.stack.length) this.grow(n + 2)
    this.words = n
    this.next = 0
    this.depth = 0
    const nothing = n + 1
    for (let i = 0; i < n; i++) {
      const type = words[i]!
      this.word[i] = type.word
      this.suffix[i] = type.suffix3
      this.fine[i] = type.fine
      this.coarse[i] = type.coarse
      this.tag[i] = tags[i]!
    }
    this.word[n] = ROOT_WORD
    this.tag[n] = ROOT_TAG
    this.word[nothing] = 0
    this.tag[nothing] = NOTHING_TAG
    for (let i = n; i <= nothing; i++) {
      this.suffix[i] = 0
      this.fine[i] = 0
      this.coarse[i] = 0
    }
    this.heads.fill(-1, 0, n + 2)
    this.relations.fill(NO_LABEL, 0, n + 2)
    this.left1.fill(nothing, 0, n + 2)
    this.left2.fill(nothing, 0, n + 2)
    this.right1.fill(nothing, 0, n + 2)
    this.right2.fill(nothing, 0, n + 2)
    this.leftCount.fill(0, 0, n + 2)
    this.rightCount.fill(0, 0, n + 2)
  }

  finished(): boolean {
    return this.next === this.words && this.depth === 0
  }

  canShift(): boolean {
    return this.next < this.words
  }

  canRight(): boolean {
    return this.depth >= 2
  }

  /** One word only may hang on the root: the last one left on the stack. */
  canLeft(): boolean {
    return this.next < this.words ? this.depth >= 1 : this.depth === 1
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** The top of the stack becomes a dependent of the word below it. */
  right(relation: number): void {
    const child = this.stack[--this.depth]!
    const head = this.stack[this.depth - 1]!
    this.heads[child] = head
    this.relations[child] = relation
    this.right2[head] = this.right1[head]!
    this.right1[head] = child
    if (this.rightCount[head]! < 5) this.rightCount[head]!++
  }

  /** The top of the stack becomes a dependent of the next word. */
  left(relation: number): void {
    const child = this.stack[--this.depth]!
    const head = this.next
    this.heads[child] = head
    this.relations[child] = relation
    this.left2[head] = this.left1[head]!
    this.left1[head] = child
    if (this.leftCount[head]! < 5) this.leftCount[head]!++
  }

  private grow(size: number): void {
    const capacity = Math.max(64, size * 2)
    this.stack = new Int32Array(capacity)
    this.word = new Int32Array(capacity)
    this.tag = new Int32Array(capacity)
    this.suffix = new Int32Array(capacity)
    this.fine = new Int32Array(capacity)
    this.coarse = new Int32Array(capacity)
    this.heads = new Int32Array(capacity)
    this.relations = new Int32Array(capacity)
    this.left1 = new Int32Array(capacity)
    this.left2 = new Int32Array(capacity)
    this.right1 = new Int32Array(capacity)
    this.right2 = new Int32Array(capacity)
    this.leftCount = new Int32Array(capacity)
    this.rightCount = new Int32Array(capacity)
  }
}
