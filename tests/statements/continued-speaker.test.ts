import { describe, expect, it } from 'vitest'
import { lines } from './said.ts'

describe('speakers who go on', () => {
  it('lets a pronoun go on with whoever spoke last', () => {
    expect(
      lines('[Marta Lind:person] said that [Jon Berg:person] had closed the harbour. She said that storms were near.'),
    ).toEqual(['Marta Lind: Jon Berg had closed the harbour', 'Marta Lind: storms were near'])
  })

  it('stops at another subject, and at a gender or number that does not fit', () => {
    expect(
      lines('[Marta Lind:person] said storms were near. [Ann Roe:person] was late. She said it was cold.'),
    ).toEqual(['Marta Lind: storms were near', 'null: it was cold'])
    expect(lines('[Marta Lind:person] said storms were near. He said it was cold.')).toEqual([
      'Marta Lind: storms were near',
      'null: it was cold',
    ])
    expect(lines('[Marta Lind:person] said storms were near. It said ships were welcome.')).toEqual([
      'Marta Lind: storms were near',
      'null: ships were welcome',
    ])
  })

  it('does not take the subject of what is said for who says it', () => {
    expect(
      lines('[Marta Lind:person] said storms were near. [Ann Roe:person] has failed the harbour, she said.'),
    ).toEqual(['Marta Lind: storms were near', 'Marta Lind: Ann Roe has failed the harbour'])
  })

  it('gives a quotation to the nearest speaker before it', () => {
    expect(
      lines(
        '[Jon Berg:person] said storms were near. "Nobody knows when the ships will come." [Marta Lind:person] said the harbour was shut. "We have waited here for a week now."',
      ),
    ).toEqual([
      'Jon Berg: storms were near',
      'Jon Berg: Nobody knows when the ships will come.',
      'Marta Lind: the harbour was shut',
      'Marta Lind: We have waited here for a week now.',
    ])
  })

  it('reads the name that stands alone before a colon', () => {
    expect(
      lines(
        '[Jon Berg:person] said storms were near.\n- Harbour master [Marta Lind:person]: "We have waited for a week."',
      ),
    ).toContain('Marta Lind: We have waited for a week.')
  })
})
