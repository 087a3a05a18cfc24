import { HearsayError } from '../errors.ts'
import { extractAll, type Input } from '../pool/extract-all.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../read/limits.ts'
import { parseDocument } from './input-records.ts'
import { readNdjson } from './ndjson.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { tellFailure } from './options.ts'

export interface ExtractOptions {
  readonly ontology?: string
  readonly workers?: number
  readonly limit: Pick<Partial<ReadLimits>, 'lineBytes' | 'documentSeconds'>
}

/** Documents on stdin to extractions on stdout, line by line; exit code 1 where some lines failed. */
export async function runExtract(options: ExtractOptions): Promise<void> {
  const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
  let failures = 0
  const { lineBytes, documentSeconds } = { ...DEFAULT_LIMITS, ...options.limit }
  for await (const output of extractAll(documentsOfStdin(lineBytes), { ...options, documentSeconds, ontology })) {
    if ('failure' in output) {
      failures++
      tellFailure(output.failure)
    }
    const line = 'line' in output ? output.line : errorLine(output.failure)
    if (!process.stdout.write(`${line}\n`)) await new Promise(resume => process.stdout.once('drain', resume))
  }
  if (failures > 0) process.exitCode = 1
}

function errorLine({ code, subject, message }: HearsayError): string {
  return JSON.stringify({ id: subject, error: { code, message } })
}

async function* documentsOfStdin(lineBytes: number): AsyncGenerator<Input> {
  for await (const line of readNdjson(process.stdin, 'stdin', lineBytes)) {
    if ('failure' in line) {
      yield line
      continue
    }
    try {
      yield { document: parseDocument(line.value, `stdin, line ${line.number}`) }
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      yield { failure: error }
    }
  }
}
