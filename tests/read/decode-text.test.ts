import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/read/decode-text.ts'

const SENTENCE = 'The café’s owner – “Zoë” – paid €5.'

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('decodeText', () => {
  test('UTF-8, with and without a mark', () => {
    expect(decodeText(Buffer.from(SENTENCE))).toBe(SENTENCE)
    expect(decodeText(Buffer.from(`\ufeff${SENTENCE}`))).toBe(SENTENCE)
  })

  test.each([
    [false, true],
    [true, true],
    [false, false],
    [true, false],
  ])('UTF-16, big-endian %s, marked %s', (big, mark) => {
    expect(decodeText(utf16(SENTENCE, big, mark))).toBe(SENTENCE)
  })

  test('Windows-1252, quotation marks and dashes included', () => {
    const bytes = Buffer.from('The caf\xe9\x92s owner \x96 \x93Zo\xeb\x94 \x96 paid \x805.', 'latin1')
    expect(decodeText(bytes)).toBe(SENTENCE)
  })

  test('UTF-8 with one broken byte stays UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(SENTENCE.repeat(3)), Buffer.from([0xff]), Buffer.from(' End.')])
    expect(decodeText(bytes)).toBe(`${SENTENCE.repeat(3)}\ufffd End.`)
  })

  test('a declared encoding decides where the bytes do not', () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    expect(decodeText(bytes, 'windows-1251')).toBe('Привет')
    expect(decodeText(bytes, 'no-such-encoding')).toBe('Ïðèâåò')
  })

  test('pictures and programs are no text', () => {
    expect(decodeText(Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00', 'latin1'))).toBeNull()
    expect(decodeText(Buffer.from([127, 69, 76, 70, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]))).toBeNull()
  })

  test('line ends are kept', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc'))).toBe('a\r\nb\rc')
  })

  test('any text comes back from UTF-8; any bytes are read or refused', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => !/[\u0000-\u001f\ufeff]/.test(text)),
        text => decodeText(Buffer.from(text)) === text,
      ),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => ['string', 'object'].includes(typeof decodeText(bytes))),
    )
  })
})
