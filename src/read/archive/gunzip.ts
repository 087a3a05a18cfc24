import { Gunzip } from 'fflate'
import { HearsayError } from '../../errors.ts'
import { concat } from '../concat.ts'
import type { ReadLimits } from '../limits.ts'

const CHUNK = 65_536
const RATIO_FROM_BYTES = 10_000_000

/**
 * Unpacks gzip, of one member or of many one after the other (as WARC files are), up to the limits.
 *
 * @throws HearsayError `read/bomb` beyond them, `read/damaged` where it breaks off
 */
export function gunzip(name: string, bytes: Uint8Array, limits: ReadLimits): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  let read = 0
  const stream = new Gunzip(part => {
    length += part.length
    parts.push(part)
    if (length > limits.unpackedBytes) throw refused(name, 'unpackedBytes')
    if (length > RATIO_FROM_BYTES && length > read * limits.unpackedRatio) throw refused(name, 'unpackedRatio')
  })
  try {
    for (let from = 0; from < bytes.length; from += CHUNK) {
      read = Math.min(from + CHUNK, bytes.length)
      stream.push(bytes.subarray(from, read), read === bytes.length)
    }
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause
    throw new HearsayError('read/damaged', name, 'is no whole gzip file', 'Fetch or pack it again', { cause })
  }
  return concat(parts, length)
}

function refused(name: string, option: string): HearsayError {
  return new HearsayError(
    'read/bomb',
    name,
    `unpacks to more than the limit ${option} allows`,
    'Raise it if you trust the file',
  )
}
