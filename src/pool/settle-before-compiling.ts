import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode that a function runs before V8 compiles it for speed; a quarter of that by default, after which much of
 * the pipeline is compiled for the first few articles and again when others turn out differently.
 */
const BUDGET = 528_000
/** Bytes of bytecode of other functions that V8 may write into one that it compiles; three times that by default. */
const INLINED = 300

/**
 * Has V8 watch functions for longer before it compiles them, and compile less with each. Every thread compiles for
 * itself, so that this counts once a thread: measured over 1,000 articles with the first alone, one thread takes 17.1 s of
 * processor time instead of 19.0, and two 20.1 instead of 26.4. It holds for the whole process, for what is not compiled
 * yet.
 */
export function settleBeforeCompiling(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`)
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`)
  // Until then functions run as plain machine code, which costs little to write, rather than in the interpreter.
  setFlagsFromString('--always-sparkplug')
}
