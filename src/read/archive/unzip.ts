import { unzipSync } from 'fflate'
import { HearsayError } from '../../errors.ts'
import { tooLarge } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'

/** An entry of a ZIP as its directory states it. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
}

/** Small entries may well be all zeros; the ratio counts from here on. */
const RATIO_FROM_BYTES = 1_000_000
/** Entries are unpacked together up to this size, so that the directory is not read again for each. */
const BATCH_BYTES = 50_000_000

/**
 * The entries of a ZIP without unpacking any.
 *
 * @throws HearsayError `read/damaged` where it is no whole ZIP, `read/bomb` where all entries together exceed the limits
 */
export function listZip(name: string, bytes: Uint8Array, limits: ReadLimits): ZipEntry[] {
  const entries: ZipEntry[] = []
  let total = 0
  unzip(name, bytes, entry => {
    total += entry.originalSize
    entries.push({ name: entry.name, packed: entry.size, unpacked: entry.originalSize })
    if (total > limits.unpackedBytes) throw bomb(name, total, limits.unpackedBytes, 'unpackedBytes')
    if (entries.length > limits.archiveDocuments * 2)
      throw new HearsayError(
        'read/bomb',
        name,
        `holds more than ${entries.length - 1} entries`,
        'Raise the limit archiveDocuments',
      )
    return false
  })
  return entries
}

/** Why an entry will not be unpacked; null where it may. */
export function refuseEntry(place: string, entry: ZipEntry, limits: ReadLimits): HearsayError | null {
  if (entry.unpacked > limits.collectionBytes)
    return tooLarge(place, entry.unpacked, limits.collectionBytes, 'collectionBytes')
  const ratio = entry.unpacked / Math.max(1, entry.packed)
  if (entry.unpacked > RATIO_FROM_BYTES && ratio > limits.unpackedRatio)
    return new HearsayError(
      'read/bomb',
      place,
      `would grow ${Math.round(ratio)} times in unpacking`,
      'Raise the limit unpackedRatio if you trust it',
    )
  return null
}

/** Unpacks the given entries in their order; one that is damaged or encrypted comes as an error of its own. */
export function* unpackEntries(
  name: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Generator<{ readonly entry: ZipEntry; readonly content: Uint8Array | HearsayError }> {
  for (let from = 0; from < entries.length; ) {
    let to = from
    let size = 0
    while (to < entries.length && (to === from || size + entries[to]!.unpacked <= BATCH_BYTES))
      size += entries[to++]!.unpacked
    const batch = entries.slice(from, to)
    const unpacked = unpackBatch(name, bytes, batch)
    for (const entry of batch) yield { entry, content: unpacked(entry) }
    from = to
  }
}

type Unpacked = (entry: ZipEntry) => Uint8Array | HearsayError

function unpackBatch(name: string, bytes: Uint8Array, batch: readonly ZipEntry[]): Unpacked {
  const names = new Set(batch.map(entry => entry.name))
  try {
    const files = unzip(name, bytes, entry => names.has(entry.name))
    return entry => files.get(entry.name) ?? damaged(`${name}/${entry.name}`)
  } catch (cause) {
    if (batch.length === 1) return entry => damaged(`${name}/${entry.name}`, cause)
    return entry => unpackBatch(name, bytes, [entry])(entry)
  }
}

function unzip(
  name: string,
  bytes: Uint8Array,
  filter: (entry: { name: string; size: number; originalSize: number }) => boolean,
): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (cause) {
    throw cause instanceof HearsayError ? cause : damaged(name, cause)
  }
}

function damaged(name: string, cause?: unknown): HearsayError {
  const problem = 'could not be unpacked: it is damaged, encrypted or packed in a way that is not known'
  return new HearsayError('read/damaged', name, problem, 'Unpack it with its own program and give the folder', {
    cause,
  })
}

function bomb(name: string, bytes: number, limit: number, option: string): HearsayError {
  const megabytes = (value: number): string => `${Math.round(value / 1_000_000)} MB`
  return new HearsayError(
    'read/bomb',
    name,
    `would unpack to more than ${megabytes(Math.min(bytes, limit))}`,
    `Raise the limit ${option} if you trust it`,
  )
}
