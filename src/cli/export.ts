import { basename, dirname, extname, join } from 'node:path'
import { type Command, Option } from 'commander'
import { FORMAT_LIST } from '../export/format-list.ts'
import { write } from './answer.ts'

interface ExportOptions {
  readonly graph: string
  readonly format: string[]
  readonly output?: string
  readonly gexfVersion: '1.2' | '1.3'
}

export function register(program: Command): void {
  const longest = Math.max(...FORMAT_LIST.map(({ name }) => name.length))
  const table = FORMAT_LIST.map(({ name, opens, suffixes }) => {
    return `  ${name.padEnd(longest)}  ${suffixes.join(', ').padEnd(22)}  ${opens}`
  })
  program
    .command('export')
    .summary('the graph in other formats')
    .description('Writes a built graph for other tools.')
    .addOption(
      new Option('-f, --format <name...>', 'see below').choices(FORMAT_LIST.map(({ name }) => name)).default(['gexf']),
    )
    .option('-g, --graph <folder>', 'what hearsay build wrote, or a graph.json', 'graph-out')
    .option('-o, --output <file>', 'where to; - is stdout (default: graph.* in the folder of the graph)')
    .addOption(new Option('--gexf-version <v>', '1.2 for networkx before 3.0').choices(['1.3', '1.2']).default('1.3'))
    .addHelpText(
      'after',
      `
Formats, and what opens them:
${table.join('\n')}

Examples:
  $ hearsay export --format graphml
  $ hearsay export -f csv -o tables/aleppo         tables/aleppo.nodes.csv and tables/aleppo.edges.csv
  $ hearsay export -f turtle -o - | riot --count`,
    )
    .action(async (options: ExportOptions) => {
      const { formatNamed } = await import('../export/formats.ts')
      const { readGraphOf } = await import('./open-folder.ts')
      const { writeFile } = await import('./write-file.ts')
      const graph = await readGraphOf(options.graph)
      for (const { files } of options.format.map(name => formatNamed(name)!)) {
        for (const { suffix, write: chunksOf } of files) {
          const chunks = chunksOf(graph, { version: options.gexfVersion })
          if (options.output === '-') for (const chunk of chunks) write(chunk)
          else {
            const path = target(options, suffix, files.length === 1 && options.format.length === 1)
            await writeFile(path, chunks)
            process.stderr.write(`${path}\n`)
          }
        }
      }
    })
}

/** A format of one file takes the name that was given; more of them share its stem. */
function target({ output, graph }: ExportOptions, suffix: string, alone: boolean): string {
  if (output === undefined) {
    return extname(graph) === '.json' ? graph.slice(0, -'.json'.length) + suffix : join(graph, `graph${suffix}`)
  }
  if (alone && extname(output) !== '') return output
  return join(dirname(output), basename(output, extname(output)) + suffix)
}
