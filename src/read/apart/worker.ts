import { watched } from '../../threads/watched-work.ts'
import { OpenReading } from './open-reading.ts'
import type { ReadBatch, ReadTask } from './read-task.ts'

const open = new Map<number, OpenReading>()

/** Reads on where the last batch of this file ended; from its beginning in a new thread, passing over what was read. */
export default watched(async (task: ReadTask, step): Promise<ReadBatch> => {
  const kept = open.get(task.reading)
  const reading = kept?.isAt(task.from) ? kept : new OpenReading(task)
  open.set(task.reading, reading)
  const batch = await reading.next(step)
  if (batch.atEnd) open.delete(task.reading)
  return batch
})
