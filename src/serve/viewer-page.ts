import { readFile } from 'node:fs/promises'
import { HearsayError } from '../errors.ts'

/** Beside this file in the published package, and where a checkout builds it. */
const places = ['../viewer/index.html', '../../dist/viewer/index.html'].map(path => new URL(path, import.meta.url))

/**
 * The built viewer, a template for `renderPage`.
 *
 * @throws HearsayError if it has not been built
 */
export async function readViewerPage(): Promise<string> {
  for (const place of places) {
    try {
      return await readFile(place, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new HearsayError('viewer/missing', 'viewer', 'its page is not built', 'Run npm run build:viewer.')
}
