import { readFileSync } from 'node:fs'
import type { OpenData } from './types.ts'

/** Opens files of `src/data` (in the published package: `dist/data`) from disk. */
export const openDataFiles: OpenData = path => readFileSync(new URL(`./data/${path}`, import.meta.url))
