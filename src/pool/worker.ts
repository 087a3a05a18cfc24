import { workerData } from 'node:worker_threads'
import { openDataFiles } from '../data-files.ts'
import { loadResources } from '../pipeline.ts'
import { watched } from '../threads/watched-work.ts'
import type { Document } from '../types.ts'
import { extractLine } from './extract-line.ts'

// Tinypool hands `[its own settings, ours]` to a worker.
const [, { ontology }] = workerData as [unknown, { ontology: readonly unknown[] }]
const resources = loadResources(openDataFiles, ontology)

export default watched((document: Document) => extractLine(document, resources))
