import { describe, expect, it } from 'vitest'
import { decodeReferences } from '../../src/read/decode-references.ts'
import { readText } from '../../src/read/formats/text.ts'

describe('decodeReferences', () => {
  it('puts characters for references by number and by name, once', () => {
    expect(decodeReferences('a &#163;8m bid by Orme &amp; Dee, a communiqu&#xE9;')).toBe(
      'a £8m bid by Orme & Dee, a communiqué',
    )
    expect(decodeReferences('&amp;lt;')).toBe('&lt;')
  })

  it('leaves what stands for no character, and all other ampersands', () => {
    for (const text of ['&#0;', '&#55296;', '&#1114112;', '&#150;', 'R&D;', 'AT&T', '&unknown;', '&amp'])
      expect(decodeReferences(text)).toBe(text)
  })

  it('is how plain texts are read', () => {
    const { text } = readText('a.txt', new TextEncoder().encode('Orme &amp; Dee met.'))
    expect(text).toBe('Orme & Dee met.')
  })
})
