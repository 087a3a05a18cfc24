const FROM_PDF =
  /^(?:ParserEOFException|XRefEntryException|XRefParseException|MissingDataException|FormatError|InvalidPDFException|UnknownErrorException|AbortException|Jbig2Error|JpegError|JpxError)$/

let installed = false

/**
 * Damaged files make pdf.js reject promises that it keeps to itself, beside the failure that it reports; Node would
 * end the process for each. They are ignored from here on, those of others are not.
 */
export function ignoreLateErrors(): void {
  if (installed || typeof process === 'undefined' || typeof process.on !== 'function') return
  installed = true
  process.on('unhandledRejection', reason => {
    if (reason instanceof Error && FROM_PDF.test(reason.name)) return
    // A listener of the program's own decides; without one, Node's default stands.
    if (process.listenerCount('unhandledRejection') === 1) throw reason
  })
}
