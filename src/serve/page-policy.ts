/** For a page of unknown making: it may show itself and run nothing. */
const still = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"

/**
 * The content security policy to send with a page: the one it states itself (the viewer names its own scripts by their
 * hashes), else one that runs nothing. No other page may frame it.
 */
export function pagePolicy(html: string): string {
  const stated = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html.slice(0, 4096))?.[1]
  return `${stated ?? still}; frame-ancestors 'none'`
}
