import { asArray, asNumber, asText } from '../model/values.ts'

/** Where the reader looks, and the actors that stand where he dragged them: the part of a link that only the stage knows. */
export interface Sight {
  /** Middle and extent of what is in sight, in Sigma's framed coordinates; null for the whole graph. */
  readonly camera: { readonly x: number; readonly y: number; readonly ratio: number } | null
  /** Keys of actors, and their places in the graph's coordinates. */
  readonly pins: readonly (readonly [key: string, x: number, y: number])[]
}

/** As a fragment of a link; empty for the whole graph as it was built. */
export function sightToFragment({ camera, pins }: Sight): string {
  const link = new URLSearchParams()
  if (camera !== null) link.set('camera', JSON.stringify([camera.x, camera.y, camera.ratio].map(rounded)))
  if (pins.length > 0) link.set('pins', JSON.stringify(pins.map(([key, x, y]) => [key, rounded(x), rounded(y)])))
  return link.toString()
}

/** What a link asks for. Anybody's link: what cannot be read is left at its start. */
export function sightFromFragment(fragment: string): Sight {
  const link = new URLSearchParams(fragment.replace(/^#/, ''))
  const numbers = (values: readonly unknown[]) => values.every(value => Number.isFinite(value))
  const camera = list(link.get('camera'))
  const [x, y, ratio] = camera.map(value => asNumber(value, 0.5))
  return {
    camera: camera.length === 3 && numbers(camera) && ratio! > 0 ? { x: x!, y: y!, ratio: ratio! } : null,
    pins: list(link.get('pins')).flatMap(pin => {
      const [key, ...place] = asArray(pin)
      if (place.length !== 2 || !numbers(place)) return []
      return [[asText(key), asNumber(place[0], 0), asNumber(place[1], 0)] as const]
    }),
  }
}

function list(text: string | null): readonly unknown[] {
  try {
    return asArray(JSON.parse(text ?? 'null'))
  } catch {
    return []
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
