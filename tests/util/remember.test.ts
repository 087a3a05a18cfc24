import { expect, it } from 'vitest'
import { ownCopy, remember } from '../../src/util/remember.ts'

it('asks once for a string, however often it is asked', () => {
  const asked: string[] = []
  const shout = remember(text => {
    asked.push(text)
    return text.toUpperCase()
  })
  const long = 'hear '.repeat(50)
  for (const word of ['aye', 'no', long, 'aye', long]) expect(shout(word)).toBe(word.toUpperCase())
  expect(asked).toEqual(['aye', 'no', long])
})

it('gives the same for more strings than it remembers, and for long ones', () => {
  const length = remember(text => text.length)
  for (let i = 0; i < 120_000; i++) expect(length(`w${i}`)).toBe(1 + String(i).length)
  expect(length('x'.repeat(10_000))).toBe(10_000)
  expect(length('w7')).toBe(2)
})

it('copies strings as they are', () => {
  for (const piece of ['', 'a', 'Räuber', 'a long piece of a text', '\ud83d']) expect(ownCopy(piece)).toBe(piece)
})
