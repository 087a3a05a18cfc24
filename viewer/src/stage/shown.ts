/** How each node and edge looks now, by index. */
export interface Looks {
  readonly actorOn: Uint8Array
  readonly claimOn: Uint8Array
  readonly actorSize: Float32Array
  readonly actorColor: readonly string[]
  readonly claimSize: Float32Array
  readonly claimColor: readonly string[]
}

/** What stands out while the rest steps back. */
export interface Lit {
  readonly actors: readonly number[]
  readonly claims: readonly number[]
  readonly ring: number | null
}
