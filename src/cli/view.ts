import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { HearsayError } from '../errors.ts'

interface ViewOptions {
  readonly port: number
  readonly open: boolean
}

export function register(program: Command): void {
  program
    .command('view')
    .summary('look at a graph in the browser')
    .description('Serves a built folder to this machine alone and opens the viewer on it.')
    .argument('[folder]', 'what hearsay build wrote', 'graph-out')
    .option('-p, --port <n>', 'port on 127.0.0.1 (default: any that is free)', parsePort, 0)
    .option('--no-open', 'print the address, open no browser')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay view                        graph-out/ in the browser
  $ hearsay view press --port 8080
  $ hearsay view --no-open              print the address only`,
    )
    .action(async (folder: string, options: ViewOptions) => {
      if (!existsSync(join(folder, 'index.html')))
        throw new HearsayError(
          'view/no-page',
          folder,
          'there is no index.html in it',
          `Build it first: hearsay build ARTICLES -o ${folder}.`,
        )
      const { serve } = await import('../serve/serve.ts')
      const { url, close } = await serve(folder, { port: options.port })
      process.stdout.write(`${url}  (Ctrl+C ends it)\n`)
      if (options.open) {
        const { default: open } = await import('open')
        // A machine without a browser still has the address.
        const child = await open(url).catch(() => null)
        child?.on('error', () => {})
      }
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
    })
}

function parsePort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It is a number from 0 to 65535.')
  return port
}
