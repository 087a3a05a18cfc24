import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldMoves, MAY_LEFT, MAY_RIGHT, MAY_SHIFT } from '../../scripts/language/oracle.ts'
import { ParserState } from '../../src/language/parser-state.ts'

/** A random projective tree over `choices.length` words; the root's head is the number of words. */
function projectiveTree(choices: readonly number[]): Int32Array {
  const heads = new Int32Array(choices.length + 1).fill(-1)
  const build = (from: number, to: number, head: number) => {
    if (from >= to) return
    const root = from + (choices[from]! % (to - from))
    heads[root] = head
    build(from, root, root)
    build(root + 1, to, root)
  }
  build(0, choices.length, choices.length)
  return heads
}

describe('goldMoves', () => {
  it('leads to every projective tree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.nat(5)),
        (choices, picks) => {
          const gold = projectiveTree(choices)
          const state = new ParserState()
          state.start(choices.length)
          while (!state.finished()) {
            const moves = goldMoves(state, gold)
            const open = [MAY_SHIFT, MAY_RIGHT, MAY_LEFT].filter(move => moves & move)
            expect(open.length).toBeGreaterThan(0)
            const move = open[picks.next().value! % open.length]!
            state.apply(move === MAY_SHIFT ? 0 : move === MAY_RIGHT ? 1 : 2, 1)
          }
          expect([...state.heads.subarray(0, choices.length)]).toEqual([...gold.subarray(0, choices.length)])
        },
      ),
      { seed: 1 },
    )
  })

  it('always offers a move after mistakes, and the tree still has one root', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.nat(5)),
        (choices, picks) => {
          const gold = projectiveTree(choices)
          const state = new ParserState()
          state.start(choices.length)
          while (!state.finished()) {
            const moves = goldMoves(state, gold)
            expect(moves).toBeGreaterThan(0)
            const allowed = [state.canShift(), state.canRight(), state.canLeft()]
            const legal = [0, 1, 2].filter(move => allowed[move])
            state.apply(legal[picks.next().value! % legal.length]!, 1)
          }
          expect([...state.heads.subarray(0, choices.length)].filter(head => head === choices.length)).toHaveLength(1)
        },
      ),
      { seed: 1 },
    )
  })
})
