import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/clean/clean.ts'

const LINES = [
  'Council approves budget',
  'By Jane Doe',
  'BEIRUT (AP) — The council approved the budget on Monday.',
  'The vote was close, and the mayor had to wait until midnight for the',
  '- Ana Ruiz, mayor of Vigo',
  '“We won.”',
  'Flood in Venice 02:14',
  'Share',
  '4 min read',
  '3 March 2020',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '🎉',
  'a'.repeat(400),
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map(lines => lines.join('\n')),
  fc
    .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' ')))
    .map(parts => parts.flat().join('')),
)

/** Blocks in order, apart, inside the text, without white space at their ends; every word in one of them. */
function broken(given: string): string | null {
  const { blocks, pullQuotes } = clean({ id: 'a', text: given })
  let at = 0
  for (const { start, end } of blocks) {
    if (start < at || end <= start || end > given.length) return `block ${start}-${end} after ${at}`
    if (given.slice(at, start).trim() !== '') return `words lost before ${start}`
    if (given.slice(start, end).trim() !== given.slice(start, end)) return `white space in ${start}-${end}`
    at = end
  }
  if (given.slice(at).replaceAll('\u0085', '').trim() !== '') return `words lost after ${at}`
  for (const { quote, name, role } of pullQuotes) {
    for (const [start, end] of [quote, name, ...(role ? [role] : [])])
      if (start < 0 || end <= start || end > given.length) return `pull quote ${start}-${end}`
  }
  return null
}

describe('clean', () => {
  test('gives ordered blocks that hold every word of any text', () => {
    fc.assert(
      fc.property(text, given => broken(given) === null),
      { numRuns: 500 },
    )
  })

  test.each([
    ['a line without end', 'word '.repeat(200_000)],
    ['full stops', '. '.repeat(200_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['short lines', 'a\n'.repeat(200_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['dashes', '- '.repeat(100_000)],
    ['buttons', `${'Share '.repeat(50)}x\n`.repeat(2_000)],
    ['capitals', `${'A'.repeat(300)}\n`.repeat(2_000)],
    ['pull quotes', '“No.”\n- Ana Ruiz, mayor\n'.repeat(20_000)],
    ['credits', 'REUTERS/A\n'.repeat(50_000)],
    ['NULs and lone surrogates', '\u0000\ud800\n'.repeat(100_000)],
  ])('takes %s in linear time', (_, given) => {
    const before = process.cpuUsage()
    expect(broken(given)).toBeNull()
    const { user } = process.cpuUsage(before)
    expect(user / 1e6).toBeLessThan(20)
  })
})
