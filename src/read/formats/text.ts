import type { Document } from '../../types.ts'
import { decodeReferences } from '../decode-references.ts'
import { decodeText } from '../decode-text.ts'
import { pathToId } from '../document-ids.ts'
import { binaryFile, emptyFile } from '../failures.ts'

/** The text of a file as it stands, line ends and all. Throws a HearsayError for a binary or empty file. */
export function decodeOrFail(name: string, bytes: Uint8Array, label?: string): string {
  if (bytes.length === 0) throw emptyFile(name)
  const text = decodeText(bytes, label)
  if (text === null) throw binaryFile(name)
  if (text.trim() === '') throw emptyFile(name)
  return text
}

/** A plain-text file is one article; character references that a web page left in it are read as characters. */
export function readText(name: string, bytes: Uint8Array): Document {
  return { id: pathToId(name), text: decodeReferences(decodeOrFail(name, bytes)) }
}
