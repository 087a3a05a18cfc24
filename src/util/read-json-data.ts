import type { OpenData } from '../types.ts'

const decoder = new TextDecoder()

/** Parses a JSON file of `src/data`. The caller names the shape: these files ship with the code that reads them. */
export const readJsonData = <T>(open: OpenData, path: string): T => JSON.parse(decoder.decode(open(path))) as T
