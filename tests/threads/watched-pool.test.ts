import { afterEach, expect, it } from 'vitest'
import { Stopped, WatchedPool } from '../../src/threads/watched-pool.ts'

const open: WatchedPool<string, string>[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(pool => pool.end()))
})

function startPool(
  threads: number,
  waiting: number,
  megabytes?: number,
  worker = './odd-worker.mjs',
): WatchedPool<string, string> {
  const pool = new WatchedPool<string, string>({
    worker: new URL(worker, import.meta.url),
    threads,
    waiting,
    ...(megabytes === undefined ? {} : { megabytes }),
  })
  open.push(pool)
  return pool
}

it('gives what the work gives and throws what it throws', async () => {
  const pool = startPool(1, 2)
  const failed = Promise.all([
    expect(pool.run('throw', 60)).rejects.toThrow('as told'),
    expect(pool.run('reject', 60)).rejects.toThrow('as told later'),
  ])
  expect(await pool.run('a', 60)).toBe('a done')
  await failed
}, 30_000)

it('stops what hangs, says where it was, and does the tasks beside it and behind it all the same', async () => {
  const pool = startPool(1, 6)
  const hung = pool.run('hang', 1).catch((error: unknown) => error)
  const others = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(task => pool.run(task, 60)))
  expect(await hung).toMatchObject({ name: 'Stopped', reason: 'time', place: 7 })
  expect(await others).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(task => `${task} done`))
  expect(await pool.run('z', 60)).toBe('z done')
}, 30_000)

it('stops what waits for something that never comes', async () => {
  await expect(startPool(1, 1).run('wait', 1)).rejects.toBeInstanceOf(Stopped)
}, 30_000)

it('lets work go on for as long as it makes steps', async () => {
  expect(await startPool(1, 1).run('walk', 1)).toBe('walk done')
}, 30_000)

it('stops what fills the memory, and does the tasks beside it', async () => {
  const pool = startPool(1, 3, 60)
  const filled = pool.run('fill', 60).catch((error: unknown) => error)
  const others = Promise.all(['a', 'b', 'c', 'd'].map(task => pool.run(task, 60)))
  expect(await filled).toMatchObject({ name: 'Stopped', reason: 'memory', place: 7 })
  expect(await others).toEqual(['a done', 'b done', 'c done', 'd done'])
}, 60_000)

it('stops as many as hang', async () => {
  const pool = startPool(2, 2)
  const tasks = ['hang', 'a', 'hang', 'b', 'hang', 'c']
  const results = await Promise.all(tasks.map(task => pool.run(task, 1).catch((error: Stopped) => error.reason)))
  expect(results).toEqual(['time', 'a done', 'time', 'b done', 'time', 'c done'])
}, 60_000)

it('says why its threads cannot begin', async () => {
  const pool = startPool(1, 1, undefined, './broken-worker.mjs')
  const results = await Promise.allSettled([pool.run('a', 1), pool.run('b', 1)])
  expect(results.map(result => result.status === 'rejected' && String(result.reason))).toEqual([
    'Error: cannot begin',
    'Error: cannot begin',
  ])
}, 30_000)

it('ends while tasks wait', async () => {
  const pool = startPool(1, 1)
  const results = Promise.allSettled(['hang', 'a'].map(task => pool.run(task, 60)))
  await new Promise(resolve => setTimeout(resolve, 100))
  await pool.end()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
}, 30_000)
