/** The parser's stack, buffer and the arcs made so far, in typed arrays that are reused from sentence to sentence. */

/** Label of words that have no head yet, and of "nothing there". */
export const NO_LABEL = 63
const MOST_COUNTED = 5

export class ParserState {
  /** Words of the sentence. Index `words` is the root; `words + 1` stands for "nothing there". */
  words = 0
  next = 0
  depth = 0
  stack = new Int32Array(0)
  heads = new Int32Array(0)
  relations = new Int32Array(0)
  /** Outermost and next-to-outermost dependents on either side, and how many there are, up to five. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  leftCount = new Int32Array(0)
  rightCount = new Int32Array(0)

  start(words: number): void {
    if (words + 2 > this.stack.length) this.grow(words + 2)
    this.words = words
    this.next = 0
    this.depth = 0
    const nothing = words + 1
    const end = words + 2
    this.heads.fill(-1, 0, end)
    this.relations.fill(NO_LABEL, 0, end)
    this.left1.fill(nothing, 0, end)
    this.left2.fill(nothing, 0, end)
    this.right1.fill(nothing, 0, end)
    this.right2.fill(nothing, 0, end)
    this.leftCount.fill(0, 0, end)
    this.rightCount.fill(0, 0, end)
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

  /** Makes a transition: 0 shift, then right-arc with each of `labels`, then left-arc with each. */
  apply(transition: number, labels: number): void {
    if (transition === 0) this.shift()
    else if (transition <= labels) this.right(transition - 1)
    else this.left(transition - 1 - labels)
  }

  private shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** The top of the stack becomes a dependent of the word below it. */
  private right(relation: number): void {
    const child = this.stack[--this.depth]!
    const head = this.stack[this.depth - 1]!
    this.heads[child] = head
    this.relations[child] = relation
    this.right2[head] = this.right1[head]!
    this.right1[head] = child
    if (this.rightCount[head]! < MOST_COUNTED) this.rightCount[head]!++
  }

  /** The top of the stack becomes a dependent of the next word. */
  private left(relation: number): void {
    const child = this.stack[--this.depth]!
    const head = this.next
    this.heads[child] = head
    this.relations[child] = relation
    this.left2[head] = this.left1[head]!
    this.left1[head] = child
    if (this.leftCount[head]! < MOST_COUNTED) this.leftCount[head]!++
  }

  private grow(size: number): void {
    const capacity = Math.max(64, size * 2)
    this.stack = new Int32Array(capacity)
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
