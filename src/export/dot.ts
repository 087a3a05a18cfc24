import type { HearsayGraph } from '../types.ts'
import { xmlSafe } from '../util/xml-text.ts'

/** Points of Graphviz (1/72 inch) for one unit of the graph's positions. */
const SCALE = 1.5

/**
 * The graph as DOT, for Graphviz: `neato -n graph.dot -Tsvg -o graph.svg` keeps the positions, `dot -Tsvg` lays out anew.
 *
 * @returns chunks of text, one a node or edge
 */
export function* writeDot(graph: HearsayGraph): Generator<string> {
  yield 'digraph hearsay {\n  graph [outputorder="edgesfirst", overlap="true"];\n'
  yield '  node [shape="ellipse", style="filled", fontname="sans-serif", fontcolor="black"];\n  edge [fontname="sans-serif", fontsize="9"];\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    const { label, entity_type, mentions, x, y, color } = attributes
    yield `  ${quote(node)} [${list({
      label,
      class: entity_type,
      fillcolor: `${color}80`,
      color,
      pos: `${round(x * SCALE)},${round(y * SCALE)}!`,
      comment: `mentions ${mentions}`,
    })}];\n`
  }
  for (const { source, target, attributes } of graph.edgeEntries()) {
    const { kind, label, weight, negated, color } = attributes
    yield `  ${quote(source)} -> ${quote(target)} [${list({
      label,
      class: kind,
      weight: String(weight),
      penwidth: String(round(1 + Math.log2(weight))),
      color,
      style: negated ? 'dashed' : 'solid',
    })}];\n`
  }
  yield '}\n'
}

function list(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(', ')
}

/** DOT knows no escape but `\"`; in labels a backslash starts one of its own (`\n`, `\N`), so it is doubled. */
function quote(text: string): string {
  return `"${xmlSafe(text).replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
