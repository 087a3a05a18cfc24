import { concat } from './concat.ts'

const NEWLINE = 10

/** The lines of a stream of bytes; for one longer than `limit` its length in bytes, its contents never held. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | number> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): Uint8Array | number => {
    const line = length > limit ? length : parts.length === 1 ? parts[0]! : concat(parts, length)
    parts = []
    length = 0
    return line
  }
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
