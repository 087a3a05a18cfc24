/** The model's files: a JSON header that names tags and labels, the tagger's weights, the parser's network. */

import { HearsayError } from '../errors.ts'
import type { OpenData } from '../types.ts'
import { readClusters } from './clusters.ts'
import { WordTypes } from './input.ts'
import { Kernel } from './kernel.ts'
import { readNetwork } from './network-file.ts'
import { NetworkRunner } from './network-runner.ts'
import type { NetworkShape } from './network-shape.ts'
import { Parser } from './parser.ts'
import { QuickTagger } from './quick-tagger.ts'
import { Reader } from './reader.ts'
import { SparseModel } from './sparse-model.ts'

export const MODEL_PATH = 'model/language.bin'
export const CLUSTERS_PATH = 'model/language-clusters.txt'
export const KERNEL_PATH = 'model/language-kernel.wasm'
const MAGIC = 'HSLM3\n\0\0'

export interface ModelHeader {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly shape: NetworkShape
  /** Byte lengths of the sections that follow the header. */
  readonly network: number
  readonly tagger: number
}

/** Everything that tagging and parsing need. One sentence at a time: its parts reuse their memory. */
export interface LanguageModel {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly types: WordTypes
  readonly reader: Reader
}

/** Lays the file out: magic, header length (uint32, little-endian), header, network, tagger; sections start at
 * multiples of 4. */
export function writeModel(
  tags: readonly string[],
  labels: readonly string[],
  shape: NetworkShape,
  network: Uint8Array,
  tagger: Uint8Array,
): Uint8Array {
  const header: ModelHeader = { tags, labels, shape, network: network.length, tagger: tagger.length }
  const text = JSON.stringify(header)
  const json = new TextEncoder().encode(text.padEnd((text.length + 3) & ~3))
  const start = MAGIC.length + 4
  const bytes = new Uint8Array(start + json.length + network.length + tagger.length)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true)
  bytes.set(json, start)
  bytes.set(network, start + json.length)
  bytes.set(tagger, start + json.length + network.length)
  return bytes
}

/** @throws HearsayError `language/model` when the file is not a model of this version. */
export function readModel(open: OpenData): LanguageModel {
  const clusters = readClusters(open(CLUSTERS_PATH))
  const bytes = open(MODEL_PATH)
  const kernel = open(KERNEL_PATH)
  try {
    const decoder = new TextDecoder()
    if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new RangeError('it starts with other bytes')
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
    const start = MAGIC.length + 4
    const header = JSON.parse(decoder.decode(bytes.subarray(start, start + length))) as ModelHeader
    const { tags, labels, shape } = header
    if (shape.vocabulary !== clusters.size) throw new RangeError('it was trained with another list of words')
    const networkEnd = start + length + header.network
    const weights = readNetwork(shape, clusters.fineOf, bytes.subarray(start + length, networkEnd))
    const memory = new Kernel(kernel)
    const network = new NetworkRunner(memory, shape, weights)
    const tagger = new SparseModel(bytes.subarray(networkEnd, networkEnd + header.tagger), tags.length)
    const reader = new Reader(new QuickTagger(tagger, memory), new Parser(network), tags)
    return { tags, labels, types: new WordTypes(clusters), reader }
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
