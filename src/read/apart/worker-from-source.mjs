// A thread that runs from source needs the TypeScript loader of its own; the published package starts worker.js itself.
import { register } from 'tsx/esm/api'

register()
const worker = await import('./worker.ts')
export default worker.default
