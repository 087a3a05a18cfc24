// Does as its task says; runs from source, as the threads of hearsay do in tests.
import { register } from 'tsx/esm/api'

register()
const { watched } = await import('../../src/threads/watched-work.ts')

export default watched(async (task, step) => {
  step(7)
  if (task === 'hang') for (;;);
  if (task === 'wait') await new Promise(() => undefined)
  if (task === 'fill') for (const all = []; ; ) all.push(new Array(1000).fill(all.length))
  if (task === 'throw') throw new Error('as told')
  if (task === 'walk') {
    for (let i = 0; i < 6; i++) {
      await new Promise(resolve => setTimeout(resolve, 400))
      step(i)
    }
  }
  return `${task} done`
})
