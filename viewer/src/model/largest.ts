/** The indices of the largest positive values, the largest first; among equals the first. */
export function largest(values: ArrayLike<number>, most: number): number[] {
  const top: number[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (value <= 0 || (top.length === most && value <= values[top[most - 1]!]!)) continue
    let place = top.length
    while (place > 0 && values[top[place - 1]!]! < value) place--
    top.splice(place, 0, index)
    if (top.length > most) top.pop()
  }
  return top
}
