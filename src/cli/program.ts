import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { register as build } from './build.ts'
import { register as entities } from './entities.ts'
import { register as exportGraph } from './export.ts'
import { register as extract } from './extract.ts'
import { register as mcp } from './mcp.ts'
import { register as merge } from './merge.ts'
import { register as path } from './path.ts'
import { register as query } from './query.ts'
import { register as relations } from './relations.ts'
import { register as show } from './show.ts'
import { register as view } from './view.ts'

/** The whole command line, ready to parse. */
export function makeProgram(): Command {
  const { version, description } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
    description: string
  }

  const program = new Command('hearsay')
    .description(description)
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    // Before the commands are registered: they inherit it.
    .exitOverride()
    .showHelpAfterError('(add --help for what it takes)')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay build articles/ -o graph-out      read a folder, write the graph
  $ hearsay view graph-out                    look at it in the browser
  $ hearsay build pages/ --sources news.csv   outlets and dates from a table
  $ hearsay show "Ban Ki-moon"                all that is known of one actor, with evidence
  $ hearsay extract < docs.ndjson | hearsay merge -o graph-out

Exit codes: 0 all went well · 1 some inputs failed, the rest is done · 2 nothing could be done`,
    )

  const asking = [show, relations, path, query, exportGraph, mcp]
  for (const register of [build, view, entities, extract, merge, ...asking]) register(program)
  return program
}
