/** What XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const SPECIAL = /[&<>"\t\n\r]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as XML 1.0 can hold it; what it cannot becomes U+FFFD, the replacement character. */
export function xmlSafe(text: string): string {
  return text.replace(NOT_XML, '\ufffd')
}

/** Text for an attribute in double quotes or for element content; white space survives both. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(SPECIAL, character => ENTITIES[character]!)
}
