import { readFile, stat } from 'node:fs/promises'
import { tooLarge } from './failures.ts'
import { formatOfName, sizeLimit } from './formats/detect-format.ts'
import type { ReadLimits } from './limits.ts'
import type { InputFile } from './list-inputs.ts'

/** What is in a file. @throws HearsayError `read/too-large` before a file beyond its limit is opened */
export async function readBytes(file: InputFile, limits: ReadLimits): Promise<Uint8Array> {
  const { size } = await stat(file.path)
  const limit = sizeLimit(formatOfName(file.name))
  if (size > limits[limit]) throw tooLarge(file.path, size, limits[limit], limit)
  return readFile(file.path)
}
