import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTable, showable, wrap } from '../../src/cli/table.ts'

describe('a table', () => {
  it('aligns columns and wraps the last', () => {
    expect(
      formatTable(
        ['who', 'what'],
        [
          ['Ann', 'one two three four five six'],
          ['Benedict', 'x'],
        ],
        34,
      ),
    ).toBe(['WHO       WHAT', 'Ann       one two three four five', '          six', 'Benedict  x', ''].join('\n'))
  })

  it('never passes on what a terminal would obey', () => {
    expect(showable('a\u001b[31mred\u0007\u202eb\nc')).toBe('a [31mred b c')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary-ascii' })), { maxLength: 5 }),
        rows => {
          const table = formatTable(['a', 'b'], rows, 40)
          expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
        },
      ),
    )
  })
})

it('wrapping keeps every word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^\S+$/)), fc.integer({ min: 1, max: 40 }), (words, width) => {
      expect(wrap(words.join(' '), width).join(' ')).toBe(words.join(' '))
    }),
  )
})
