/** Files by path. */
export type Archive = ReadonlyMap<string, Uint8Array>

/**
 * Takes apart what `scripts/build-viewer.ts` packs: four bytes with the length of a JSON table `[[path, length] …]`,
 * little end first, the table, then the files one after another.
 */
export function unpack(bytes: Uint8Array): Archive {
  const tableLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const table = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + tableLength))) as [string, number][]
  const files = new Map<string, Uint8Array>()
  let start = 4 + tableLength
  for (const [path, length] of table) {
    // Copies: models are read as numbers and must begin at a fresh buffer.
    files.set(path, bytes.slice(start, start + length))
    start += length
  }
  return files
}
