export * from './browser.ts'
export { openDataFiles } from './data-files.ts'
export { type ExtractAllOptions, extractAll, type Input, type Output } from './pool/extract-all.ts'
export { readDocuments } from './read/read-documents.ts'
