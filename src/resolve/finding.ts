/** A feature that two profiles show, how strongly (0 to 1), and the values that explain it. */
export interface Finding {
  readonly feature: string
  readonly value: number
  readonly values: readonly string[]
}
