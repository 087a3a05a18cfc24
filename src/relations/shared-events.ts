import { lemmaAt, type Scene } from './scene.ts'

/** Whether those whom an event belongs to take part in it: "A's talks", not "A's award". */
export const isShared = (scene: Scene, event: number): boolean =>
  scene.ontology.grammar.shared.has(lemmaAt(scene, event)) || isNamedEvent(scene, event)

/** Whether an event is one that actors take part in, when a verb says so: "attend the ceremony", not "win the award". */
export const isJoined = (scene: Scene, event: number): boolean =>
  isShared(scene, event) || scene.ontology.grammar.gatherings.has(lemmaAt(scene, event))

/** Names of events, save those of laws, prizes and disasters. */
const isNamedEvent = (scene: Scene, event: number): boolean =>
  scene.tree.tokens[event]!.upos === 'PROPN' &&
  !/^(?:acts?|awards?|bills?|christmas|earthquake|easter|floods?|hurricane|law|medals?|oscars?|prizes?|programmes?|programs?|storm|trophy|tsunami)$/i.test(
    scene.tree.tokens[event]!.form,
  )
