import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Deletes the temporary files in a folder whose writer was killed; those of a running process stay. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const writer = /\.(\d+)\.tmp$/.exec(name)?.[1]
    if (writer !== undefined && !isRunning(Number(writer))) await rm(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
