/**
 * Writes docs/commands.md from what the commands say of themselves; a test checks that it is fresh.
 *
 * npm run docs:commands
 */
import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { makeProgram } from '../src/cli/program.ts'

/** The page: the help of every command, in the order of `hearsay --help`. */
export function commandReference(program: Command): string {
  const help = (command: Command): string => {
    command.configureOutput({ getOutHelpWidth: () => 100, getOutHasColors: () => false })
    let text = ''
    command.configureOutput({ writeOut: chunk => void (text += chunk) })
    command.outputHelp()
    return text.trimEnd().replace(/[ \t]+$/gm, '')
  }
  const section = (command: Command, parents: string): string => {
    const name = `${parents}${command.name()}`
    const own = `\n## ${name}\n\n\`\`\`text\n${help(command)}\n\`\`\`\n`
    return own + command.commands.map(child => section(child, `${name} `)).join('')
  }
  return `# Commands\n\nWritten by \`npm run docs:commands\` from the commands themselves; \`hearsay COMMAND --help\` says the same.\n${section(program, '')}`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('../docs/commands.md', import.meta.url), commandReference(makeProgram()))
}
