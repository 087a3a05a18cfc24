/** Labels of the sequence tagger: outside, and begin, inside, last, unit (BILOU) of each type of name. */

/** `place` includes states, which the country list tells apart afterwards; `other` (works, products, …) is not given out. */
export const NAME_TYPES = ['person', 'place', 'group', 'event', 'other'] as const
export type NameType = (typeof NAME_TYPES)[number]

export const OUTSIDE = 0
const BEGIN = 0
const INSIDE = 1
const LAST = 2
const UNIT = 3
export const LABELS = 1 + 4 * NAME_TYPES.length

export const typeIndex = (label: number): number => (label - 1) >> 2
const position = (label: number): number => (label - 1) & 3

/** Whether a label may open a sequence or follow a finished name. */
export const canStart = (label: number): boolean =>
  label === OUTSIDE || position(label) === BEGIN || position(label) === UNIT
/** Whether a label may close a sequence. */
export const canEnd = (label: number): boolean =>
  label === OUTSIDE || position(label) === LAST || position(label) === UNIT

export function canFollow(label: number, next: number): boolean {
  if (canEnd(label)) return canStart(next)
  return !canStart(next) && typeIndex(label) === typeIndex(next)
}

export interface LabelledSpan {
  readonly from: number
  readonly to: number
  /** Index into `NAME_TYPES`. */
  readonly type: number
}

/** Writes a span's labels into `labels`. */
export function writeLabels({ from, to, type }: LabelledSpan, labels: { [index: number]: number }): void {
  const base = 1 + 4 * type
  if (to === from + 1) labels[from] = base + UNIT
  else for (let i = from; i < to; i++) labels[i] = base + (i === from ? BEGIN : i === to - 1 ? LAST : INSIDE)
}

/** Reads spans from the first `count` labels. */
export function readSpans(labels: ArrayLike<number>, count: number): LabelledSpan[] {
  const spans: LabelledSpan[] = []
  let from = 0
  for (let i = 0; i < count; i++) {
    const label = labels[i]!
    if (label === OUTSIDE) continue
    if (canStart(label)) from = i
    if (canEnd(label)) spans.push({ from, to: i + 1, type: typeIndex(label) })
  }
  return spans
}
