import type { EntityType } from '../types.ts'

/** Prefixes of every vocabulary in the RDF exports. `docs/query.md` documents the terms of `h:`. */
export const PREFIXES = {
  h: 'urn:hearsay:vocabulary:',
  entity: 'urn:hearsay:entity:',
  claim: 'urn:hearsay:claim:',
  evidence: 'urn:hearsay:evidence:',
  document: 'urn:hearsay:document:',
  outlet: 'urn:hearsay:outlet:',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type Prefix = keyof typeof PREFIXES

/** `prefix:local`; only {@link term} and {@link nameIn} make one, so the local part is always safe in an IRI. */
export type PrefixedName = `${Prefix}:${string}`

export const ENTITY_CLASSES: Readonly<Record<EntityType, readonly PrefixedName[]>> = {
  person: ['schema:Person', 'prov:Agent'],
  state: ['schema:Country', 'prov:Agent'],
  group: ['schema:Organization', 'prov:Agent'],
  place: ['schema:Place'],
  event: ['schema:Event'],
}

/** A name of anybody's choosing (a document id, an outlet) as the local part of an IRI. */
export function nameIn(prefix: Prefix, name: string): PrefixedName {
  // toWellFormed is too young for the browsers we serve; encodeURIComponent throws on what it would mend.
  const wellFormed = name.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  return `${prefix}:${encodeURIComponent(wellFormed).replaceAll('%3A', ':').replaceAll("'", '%27')}`
}

export function iriOf(name: PrefixedName): string {
  const colon = name.indexOf(':')
  return PREFIXES[name.slice(0, colon) as Prefix] + name.slice(colon + 1)
}
