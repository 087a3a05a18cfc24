// Does as its task says; runs from source, as the threads of hearsay do in tests.
import { register } from 'tsx/esm/api'

register()
const { watched } = await import('../../src/threads/watched-work.ts')

export default watched((task, step) => {
  step(7)
  if (task === 'hang') for (;;);
  if (task === 'wait') return new Promise(() => undefined)
  if (task === 'fill') for (const all = []; ; ) all.push(new Array(1000).fill(all.length))
  if (task === 'throw') throw new Error('as told')
  if (task === 'reject') return Promise.reject(new Error('as told later'))
  return task === 'walk' ? walk(step) : `${task} done`
})

async function walk(step) {
  for (let i = 0; i < 6; i++) {
    await new Promise(resolve => setTimeout(resolve, 400))
    step(i)
  }
  return 'walk done'
}
