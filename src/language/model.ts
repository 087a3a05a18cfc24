/** The model file: a JSON header that names tags and labels, then the weights of the tagger and of the parser. */

import { HearsayError } from '../errors.ts'
import type { OpenData } from '../types.ts'
import { readClusters } from './clusters.ts'
import { WordTypes } from './input.ts'
import { Parser } from './parser.ts'
import { SparseModel } from './sparse-model.ts'
import { Tagger } from './tagger.ts'

export const MODEL_PATH = 'model/language.bin'
export const CLUSTERS_PATH = 'model/language-clusters.txt'
const MAGIC = 'HSLM1\n'

export interface ModelHeader {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  /** Byte lengths of the sections that follow the header. */
  readonly tagger: number
  readonly parser: number
}

/** Everything that tagging and parsing need. Not safe for use by two calls at once; JavaScript never does that. */
export interface LanguageModel {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly types: WordTypes
  readonly tagger: Tagger
  readonly parser: Parser
}

/**
 * Lays the file out: magic, header length (uint32, little-endian), header, tagger, parser.
 */
export function writeModel(tags: readonly string[], labels: readonly string[], tagger: Uint8Array, parser: Uint8Array) {
  const header: ModelHeader = { tags, labels, tagger: tagger.length, parser: parser.length }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const start = MAGIC.length + 4
  const bytes = new Uint8Array(start + json.length + tagger.length + parser.length)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true)
  bytes.set(json, start)
  bytes.set(tagger, start + json.length)
  bytes.set(parser, start + json.length + tagger.length)
  return bytes
}

/** @throws HearsayError `language/model` when the file is not a model of this version. */
export function readModel(open: OpenData): LanguageModel {
  const types = new WordTypes(readClusters(open(CLUSTERS_PATH)))
  const bytes = open(MODEL_PATH)
  try {
    const decoder = new TextDecoder()
    if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new RangeError('the file does not start right')
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
    const start = MAGIC.length + 4
    const header = JSON.parse(decoder.decode(bytes.subarray(start, start + length))) as ModelHeader
    const taggerEnd = start + length + header.tagger
    const tagger = new SparseModel(bytes.subarray(start + length, taggerEnd), header.tags.length)
    const parser = new SparseModel(bytes.subarray(taggerEnd, taggerEnd + header.parser), 1 + 2 * header.labels.length)
    return {
      tags: header.tags,
      labels: header.labels,
      types,
      tagger: new Tagger(tagger),
      parser: new Parser(parser, header.labels.length),
    }
  } catch (cause) {
    throw new HearsayError(
      'language/model',
      MODEL_PATH,
      `not a language model of this version (${cause instanceof Error ? cause.message : String(cause)})`,
      'Reinstall the package, or rebuild the model with scripts/train-language.ts.',
      { cause },
    )
  }
}
