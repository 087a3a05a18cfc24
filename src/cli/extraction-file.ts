import { closeSync, openSync, readSync } from 'node:fs'
import { HearsayError } from '../errors.ts'
import type { ExtractionSource } from '../resolve/resolve.ts'
import type { Extraction } from '../types.ts'

const NEWLINE = 10
const CHUNK = 1 << 20
/** How hearsay opens every line. */
const OPENING = /^\{"id":("(?:[^"\\]|\\.)*")/

/**
 * Opens the extractions of a file that hearsay wrote itself, to be read again and again in the order of their ids. Keeps
 * in memory where each line starts, and the ids.
 *
 * @throws HearsayError `extractions/unreadable` where there is no such file, `ndjson/invalid` for a line that is none of ours
 */
export function openExtractionFile(path: string): ExtractionSource & { close: () => void } {
  const file = open(path)
  const starts: number[] = [0]
  const buffer = Buffer.allocUnsafe(CHUNK)
  let end = 0
  for (let read = readSync(file, buffer, 0, CHUNK, 0); read > 0; read = readSync(file, buffer, 0, CHUNK, end)) {
    const bytes = buffer.subarray(0, read)
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) starts.push(end + at + 1)
    end += read
  }
  if (starts.at(-1) !== end) starts.push(end)
  const textOf = (line: number): string => {
    const bytes = Buffer.allocUnsafe(starts[line + 1]! - starts[line]!)
    for (let read = 0; read < bytes.length; ) {
      const more = readSync(file, bytes, read, bytes.length - read, starts[line]! + read)
      if (more === 0) throw unreadable(path, 'has been cut short while it was read')
      read += more
    }
    return bytes.toString()
  }
  const parse = (line: number): Extraction => {
    try {
      return JSON.parse(textOf(line)) as Extraction
    } catch (error) {
      throw new HearsayError(
        'ndjson/invalid',
        `${path}, line ${line + 1}`,
        `is not JSON (${error instanceof Error ? error.message : error})`,
        'Build the folder anew.',
      )
    }
  }
  const lines: { readonly line: number; readonly id: string }[] = []
  for (let line = 0; line + 1 < starts.length; line++) {
    const text = textOf(line)
    if (text.trim() === '') continue
    const id = OPENING.exec(text)?.[1]
    lines.push({ line, id: id === undefined ? parse(line).id : (JSON.parse(id) as string) })
  }
  lines.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return { size: lines.length, read: place => parse(lines[place]!.line), close: () => closeSync(file) }
}

function open(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw unreadable(path, `cannot be read (${error instanceof Error ? error.message : error})`)
  }
}

const unreadable = (path: string, problem: string) =>
  new HearsayError('extractions/unreadable', path, problem, 'Build the folder anew.')
