import { entityTypes } from '../stage/palette.ts'
import type { Story } from './story.ts'
import type { Visible } from './visible.ts'

/** All shown actors on one circle, members of a community side by side; the others keep their places. */
export function circle(story: Story, visible: Visible, now: ArrayLike<number>): Float64Array {
  const positions = Float64Array.from(now)
  const shown = shownActors(visible).sort(
    (a, b) =>
      story.actors[a]!.community - story.actors[b]!.community || story.actors[b]!.mentions - story.actors[a]!.mentions,
  )
  const radius = 20 + shown.length * 4
  shown.forEach((actor, order) => {
    const angle = (order / shown.length) * 2 * Math.PI
    positions[actor * 2] = radius * Math.sin(angle)
    positions[actor * 2 + 1] = radius * Math.cos(angle)
  })
  return positions
}

/** Columns of shown actors, one a type, the most mentioned at the top. */
export function byType(story: Story, visible: Visible, now: ArrayLike<number>): Float64Array {
  const positions = Float64Array.from(now)
  const columns = entityTypes
    .map(type => shownActors(visible).filter(actor => story.actors[actor]!.type === type))
    .filter(column => column.length > 0)
  const tallest = Math.max(1, ...columns.map(column => column.length))
  const width = tallest * 1.6
  columns.forEach((column, index) => {
    column
      .sort((a, b) => story.actors[b]!.mentions - story.actors[a]!.mentions)
      .forEach((actor, order) => {
        positions[actor * 2] = columns.length === 1 ? 0 : (index / (columns.length - 1)) * width
        // Every other one a little aside, so that lines within a column can be seen.
        positions[actor * 2]! += order % 2 === 0 ? 0 : width * 0.05
        positions[actor * 2 + 1] = ((column.length - 1) / 2 - order) * (tallest / column.length)
      })
  })
  return positions
}

function shownActors(visible: Visible): number[] {
  return [...visible.actors.keys()].filter(actor => visible.actors[actor] !== 0)
}
