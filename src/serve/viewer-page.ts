import { readFile } from 'node:fs/promises'
import { HearsayError } from '../errors.ts'

/** Beside this file in the published package, and where a checkout builds it. */
const places = ['../viewer/', '../../dist/viewer/'].map(path => new URL(path, import.meta.url))

/** A file of the built viewer, or null if it is not built. */
export async function readViewerFile(name: 'index.html' | 'reader.gz'): Promise<Buffer | null> {
  for (const place of places) {
    try {
      return await readFile(new URL(name, place))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return null
}

/**
 * The built viewer, a template for `renderPage`.
 *
 * @throws HearsayError if it has not been built
 */
export async function readViewerPage(): Promise<string> {
  const page = await readViewerFile('index.html')
  if (page !== null) return page.toString('utf8')
  throw new HearsayError('viewer/missing', 'viewer', 'its page is not built', 'Run npm run build:viewer.')
}
