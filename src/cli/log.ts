import type { Command } from 'commander'
import { HearsayError } from '../errors.ts'
import type { RunStage } from '../pipeline.ts'

export interface LogOptions {
  readonly verbose?: boolean
  readonly logJson?: boolean
}

/** What a run tells on stderr while it works. */
export interface Log {
  /** An input that failed; the others go on. */
  readonly failure: (failure: HearsayError) => void
  /** Something that the user should know, and that is no failure. */
  readonly warning: (warning: HearsayError) => void
  /** How long a stage took, in seconds; told where timings were asked for. */
  readonly timing: (stage: string, seconds: number) => void
  /** Does the work of a stage and tells how long it took; of a promise, until it resolves. */
  readonly run: RunStage
}

/** Adds the options that choose what is told on stderr. */
export function withLogOptions(command: Command): Command {
  return command
    .option('--verbose', 'tell on stderr how long each stage took')
    .option('--log-json', 'the same, and each failure, as JSON lines on stderr')
}

/** Starts a log: lines for eyes, or one JSON object a line: `{"event":"failure","code","subject","message"}`, `{"event":"stage","stage","seconds"}`. */
export function startLog({ verbose = false, logJson = false }: LogOptions = {}): Log {
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  const notice =
    (event: string) =>
    ({ code, subject, message }: HearsayError) =>
      tell(logJson ? JSON.stringify({ event, code, subject, message }) : `hearsay: ${message}`)
  const timing = (stage: string, seconds: number) => {
    const rounded = seconds.toFixed(3)
    if (logJson) tell(JSON.stringify({ event: 'stage', stage, seconds: Number(rounded) }))
    else if (verbose) tell(`hearsay: ${rounded.padStart(9)} s  ${stage}`)
  }
  return {
    failure: notice('failure'),
    warning: notice('warning'),
    timing,
    run: (stage, work) => {
      const started = performance.now()
      const told = () => timing(stage, (performance.now() - started) / 1000)
      const result = work()
      if (result instanceof Promise) void result.then(told, () => undefined)
      else told()
      return result
    },
  }
}

/** Does work with a log. What ends it is told as JSON where the log is, so that stderr holds nothing else. */
export async function logged(options: LogOptions, work: (log: Log) => Promise<void>): Promise<void> {
  const log = startLog(options)
  try {
    await work(log)
  } catch (error) {
    if (!options.logJson || !(error instanceof HearsayError)) throw error
    log.failure(error)
    process.exitCode = 2
  }
}
