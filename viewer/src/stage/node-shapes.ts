import { floatColor, type NodeDisplayData, NodeProgram, type RenderParams } from './sigma.ts'

const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_halo'] as const
type Uniform = (typeof uniforms)[number]

// A triangle around each node; the distance to the node's outline is computed for every pixel of it.
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float reach = a_size * u_correctionRatio / u_sizeRatio * 6.0;
  vec2 offset = reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_offset = offset;
  v_radius = reach / 3.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`

// Distances after I. Quilez, "2D distance functions"; every shape covers about the area of its circle.
const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
uniform vec3 u_halo;
float outline(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  p = abs(p);
  if (v_shape < 1.5) return max(p.x, p.y) - r * 0.886;
  if (v_shape < 2.5) return (p.x + p.y - r * 1.253) * 0.7071;
  if (v_shape < 3.5) return max(p.x * 0.866 + p.y * 0.5, p.y) - r * 0.952;
  return 0.0;
}
float triangle(vec2 p, float r) {
  p.y += r * 0.35;
  return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.7;
}
void main(void) {
  float pixel = u_correctionRatio * 2.0;
  float d = v_shape > 3.5 ? triangle(v_offset, v_radius) : outline(v_offset, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > pixel ? vec4(0.0) : v_color;
  #else
  float inside = 1.0 - smoothstep(-pixel, 0.0, d);
  float whole = 1.0 - smoothstep(pixel * 0.5, pixel * 1.5, d);
  gl_FragColor = vec4(mix(u_halo, v_color.rgb, inside), 1.0) * whole * v_color.a;
  #endif
}`

/** Red, green, blue from 0 to 1 of the ring that sets a node off from what lies beneath it. */
export const halo = { color: [1, 1, 1] as [number, number, number] }

/** Draws nodes as circle 0, square 1, diamond 2, hexagon 3, triangle 4, by the display attribute `shape`. */
export class NodeShapes extends NodeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData & { shape?: number }): void {
    const { array } = this
    array[start++] = data.x
    array[start++] = data.y
    array[start++] = data.size
    array[start++] = data.shape ?? 0
    array[start++] = floatColor(data.color)
    array[start] = nodeIndex
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram<Uniform>['setUniforms']>[1],
  ): void {
    gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix)
    gl.uniform3f(uniformLocations.u_halo ?? null, ...halo.color)
  }
}
