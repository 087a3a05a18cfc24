import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandReference } from '../../scripts/command-reference.ts'
import { makeProgram } from '../../src/cli/program.ts'

it('docs/commands.md says what the commands say (else: npm run docs:commands)', () => {
  expect(readFileSync('docs/commands.md', 'utf8')).toBe(commandReference(makeProgram()))
})
