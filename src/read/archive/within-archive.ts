import { HearsayError } from '../../errors.ts'
import type { ReadResult } from '../decode-documents.ts'
import type { ReadLimits } from '../limits.ts'

/** Passes results on up to the number of documents that one archive may hold, then says that it stopped. */
export async function* withinArchive(
  name: string,
  results: AsyncIterable<ReadResult> | Iterable<ReadResult>,
  limits: ReadLimits,
): AsyncGenerator<ReadResult> {
  let documents = 0
  for await (const result of results) {
    if ('document' in result && ++documents > limits.archiveDocuments) {
      const problem = `holds more than ${limits.archiveDocuments} documents; the rest was not read`
      yield { failure: new HearsayError('read/too-many', name, problem, 'Raise the limit archiveDocuments') }
      return
    }
    yield result
  }
}
