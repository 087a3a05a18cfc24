/**
 * Integer hashes for features. Two features that collide in 32 bits share a weight; with some millions of features
 * that is rare enough not to show.
 */

/** Hash of a string's UTF-16 units (FNV-like multiply and fold), seeded. */
export function hashString(text: string, seed: number): number {
  let hash = seed | 0
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) | 0
}

/** Combines two hashes; `mix(a, b)` and `mix(b, a)` differ. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
