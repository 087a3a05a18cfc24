import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** One more document is done. */
  readonly step: () => void
  readonly end: () => void
}

/** A bar on a terminal's stderr, nothing when piped. The total grows as inputs are found. */
export function startProgress(label: string, enabled = process.stderr.isTTY === true): Progress {
  if (!enabled) return { step: () => undefined, end: () => undefined }
  const bar = new SingleBar(
    {
      format: `${label} {value} documents · {duration_formatted}`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  )
  bar.start(0, 0)
  return { step: () => bar.increment(), end: () => bar.stop() }
}
