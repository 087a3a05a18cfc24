/**
 * Writes the matrix kernel of the neural parser as WebAssembly text with 128-bit vectors and assembles it.
 *
 *   npx tsx scripts/language/build-kernel.ts
 *
 * Numbers are 32-bit floats, or integers of 16 and 32 bits where it is said; pointers are byte offsets into the imported
 * memory. Products are added in the order of the inner index, so a result does not depend on the machine.
 */
import { renameSync, writeFileSync } from 'node:fs'
import wabt from 'wabt'

const OUT = 'src/data/model/language-kernel.wasm'
const range = (count: number) => Array.from({ length: count }, (_, i) => i)

/** How a product is added to a sum: floats one by one, or 16-bit integers two by two into 32 bits. */
type Arithmetic = (sum: string, a: string, b: string) => string
const ofFloats: Arithmetic = (sum, a, b) => `(f32x4.add ${sum} (f32x4.mul ${a} ${b}))`
const ofIntegers: Arithmetic = (sum, a, b) => `(i32x4.add ${sum} (i32x4.dot_i16x8_s ${a} ${b}))`

/** Rows `$i …` (as many as `rows`) times columns `$j …` (four times `vectors`) of C += A·B. */
function tile(rows: number, vectors: number, add: Arithmetic): string {
  const cells = range(rows).flatMap(r => range(vectors).map(v => [r, v] as const))
  const at = (r: number) => `(i32.add (local.get $pc) (i32.mul (local.get $nb) (i32.const ${r})))`
  return `
    (local.set $pa (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $lda))))
    (local.set $pb (i32.add (local.get $b) (i32.shl (local.get $j) (i32.const 2))))
    (local.set $pc (i32.add (i32.add (local.get $c) (i32.mul (local.get $i) (local.get $nb))) (i32.shl (local.get $j) (i32.const 2))))
    ${cells.map(([r, v]) => `(local.set $c${r}${v} (v128.load offset=${v * 16} ${at(r)}))`).join('\n    ')}
    (local.set $kk (local.get $k))
    (loop $inner
      ${range(vectors)
        .map(v => `(local.set $b${v} (v128.load offset=${v * 16} (local.get $pb)))`)
        .join('\n      ')}
      ${range(rows)
        .map(
          r => `(local.set $x (v128.load32_splat (i32.add (local.get $pa) (i32.mul (local.get $lda) (i32.const ${r})))))
      ${range(vectors)
        .map(v => `(local.set $c${r}${v} ${add(`(local.get $c${r}${v})`, '(local.get $x)', `(local.get $b${v})`)})`)
        .join('\n      ')}`,
        )
        .join('\n      ')}
      (local.set $pa (i32.add (local.get $pa) (i32.const 4)))
      (local.set $pb (i32.add (local.get $pb) (local.get $nb)))
      (br_if $inner (local.tee $kk (i32.sub (local.get $kk) (i32.const 1)))))
    ${cells.map(([r, v]) => `(v128.store offset=${v * 16} ${at(r)} (local.get $c${r}${v}))`).join('\n    ')}`
}

/** All columns of a band of rows. */
function band(rows: number, name: string, add: Arithmetic): string {
  return `
    (local.set $j (i32.const 0))
    (block $wideEnd${name} (loop $wide${name}
      (br_if $wideEnd${name} (i32.gt_u (i32.add (local.get $j) (i32.const 16)) (local.get $n)))
      ${tile(rows, 4, add)}
      (local.set $j (i32.add (local.get $j) (i32.const 16)))
      (br $wide${name})))
    (block $thinEnd${name} (loop $thin${name}
      (br_if $thinEnd${name} (i32.ge_u (local.get $j) (local.get $n)))
      ${tile(rows, 1, add)}
      (local.set $j (i32.add (local.get $j) (i32.const 4)))
      (br $thin${name})))`
}

/** Eight floats times `$s`, as 16-bit integers. */
function narrow(low: string, high: string): string {
  const whole = (value: string) => `(i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul ${value} (local.get $s))))`
  return `(i16x8.narrow_i32x4_s ${whole(low)} ${whole(high)})`
}

function product(name: string, add: Arithmetic): string {
  return `(func (export "${name}")
    (param $a i32) (param $lda i32) (param $b i32) (param $c i32) (param $m i32) (param $k i32) (param $n i32)
    (local $i i32) (local $j i32) (local $kk i32) (local $nb i32) (local $pa i32) (local $pb i32) (local $pc i32)
    (local $x v128) ${range(4)
      .map(v => `(local $b${v} v128)`)
      .join(' ')} ${range(2)
      .flatMap(r => range(4).map(v => `(local $c${r}${v} v128)`))
      .join(' ')}
    (local.set $nb (i32.shl (local.get $n) (i32.const 2)))
    (block $pairsEnd (loop $pairs
      (br_if $pairsEnd (i32.gt_u (i32.add (local.get $i) (i32.const 2)) (local.get $m)))
      ${band(2, 'Pair', add)}
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br $pairs)))
    (block $restEnd
      (br_if $restEnd (i32.ge_u (local.get $i) (local.get $m)))
      ${band(1, 'Rest', add)}))`
}

const source = `(module
  (import "env" "memory" (memory 1))
  ;; C[m×n] += A[m×k]·B[k×n]; rows of A are lda bytes apart; n is a multiple of 4
  ${product('multiplyAdd', ofFloats)}
  ;; the same for 16-bit A and B and 32-bit C; k counts pairs: rows of B hold two elements of each column side by side
  ${product('multiplyAddIntegers', ofIntegers)}
  ;; out[n] = the sum of the rows whose byte offsets stand in list[count]; negative sums become 0 when rectify is 1
  (func (export "sumRows")
    (param $list i32) (param $count i32) (param $out i32) (param $n i32) (param $rectify i32)
    (local $j i32) (local $l i32) (local $end i32) (local $s v128) (local $bytes i32)
    (local.set $bytes (i32.shl (local.get $n) (i32.const 2)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (loop $columns
      (local.set $s (v128.const f32x4 0 0 0 0))
      (local.set $l (local.get $list))
      (loop $rows
        (local.set $s (f32x4.add (local.get $s) (v128.load (i32.add (i32.load (local.get $l)) (local.get $j)))))
        (br_if $rows (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 4))) (local.get $end))))
      (if (local.get $rectify) (then (local.set $s (f32x4.max (local.get $s) (v128.const f32x4 0 0 0 0)))))
      (v128.store (i32.add (local.get $out) (local.get $j)) (local.get $s))
      (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes)))))
  ;; out[n] = q(x[n]), 16-bit; q multiplies by scale, rounds, and cuts off at the ends; n is a multiple of 8
  (func (export "quantise") (param $x i32) (param $out i32) (param $n i32) (param $scale f32)
    (local $end i32) (local $s v128)
    (local.set $s (f32x4.splat (local.get $scale)))
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $n) (i32.const 1))))
    (loop $columns
      (v128.store (local.get $out) ${narrow('(v128.load (local.get $x))', '(v128.load offset=16 (local.get $x))')})
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (br_if $columns (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $end)))))
  ;; x[n] += max(y[n], 0) · unit, y being 32-bit integers
  (func (export "addRectifiedIntegers") (param $x i32) (param $y i32) (param $n i32) (param $unit f32)
    (local $end i32) (local $s v128)
    (local.set $s (f32x4.splat (local.get $unit)))
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    (loop $columns
      (v128.store (local.get $x) (f32x4.add (v128.load (local.get $x)) (f32x4.mul (local.get $s)
        (f32x4.convert_i32x4_s (i32x4.max_s (v128.load (local.get $y)) (v128.const i32x4 0 0 0 0))))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))
  ;; out[n], 16-bit = the sum of the 32-bit integer rows whose byte offsets stand in list[count], negative sums as 0,
  ;; shifted right and cut off at the end; n is a multiple of 8
  (func (export "sumIntegerRows")
    (param $list i32) (param $count i32) (param $out i32) (param $n i32) (param $shift i32)
    (local $j i32) (local $l i32) (local $end i32) (local $s v128) (local $t v128) (local $bytes i32) (local $row i32)
    (local.set $bytes (i32.shl (local.get $n) (i32.const 2)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (loop $columns
      (local.set $s (v128.const i32x4 0 0 0 0))
      (local.set $t (v128.const i32x4 0 0 0 0))
      (local.set $l (local.get $list))
      (loop $rows
        (local.set $row (i32.add (i32.load (local.get $l)) (local.get $j)))
        (local.set $s (i32x4.add (local.get $s) (v128.load (local.get $row))))
        (local.set $t (i32x4.add (local.get $t) (v128.load offset=16 (local.get $row))))
        (br_if $rows (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $out) (i16x8.narrow_i32x4_s
        (i32x4.shr_u (i32x4.max_s (local.get $s) (v128.const i32x4 0 0 0 0)) (local.get $shift))
        (i32x4.shr_u (i32x4.max_s (local.get $t) (v128.const i32x4 0 0 0 0)) (local.get $shift))))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 32))) (local.get $bytes)))))
)`

const { parseWat } = await wabt()
const module = parseWat('kernel.wat', source, { simd: true })
const { buffer } = module.toBinary({})
writeFileSync(`${OUT}.part`, buffer)
renameSync(`${OUT}.part`, OUT)
console.error(`${OUT}: ${buffer.length} bytes`)
