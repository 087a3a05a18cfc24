/** Parts of saved web pages; passed over in folders and archives, read when named. */
const PAGE_PART =
  /\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|woff2?|ttf|eot|otf|mp[34]|m4[av]|webm|ogg|wav)$/i
const SOURCES = /(?:^|[\\/])sources\.csv$/i

export function isPagePart(name: string): boolean {
  return PAGE_PART.test(name)
}

/** The table that tells about the files beside it. */
export function isSourcesTable(name: string): boolean {
  return SOURCES.test(name)
}
