/**
 * Writes the matrix kernel of the neural parser as WebAssembly text with 128-bit vectors and assembles it.
 *
 *   npx tsx scripts/language/build-kernel.ts
 *
 * All numbers are 32-bit floats; pointers are byte offsets into the imported memory. Products are added in the order of
 * the inner index, so a result does not depend on the machine.
 */
import { renameSync, writeFileSync } from 'node:fs'
import wabt from 'wabt'

const OUT = 'src/data/model/language-kernel.wasm'
const range = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Rows `$i …` (as many as `rows`) times columns `$j …` (four times `vectors`) of C += A·B. */
function tile(rows: number, vectors: number): string {
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
        .map(
          v =>
            `(local.set $c${r}${v} (f32x4.add (local.get $c${r}${v}) (f32x4.mul (local.get $x) (local.get $b${v}))))`,
        )
        .join('\n      ')}`,
        )
        .join('\n      ')}
      (local.set $pa (i32.add (local.get $pa) (i32.const 4)))
      (local.set $pb (i32.add (local.get $pb) (local.get $nb)))
      (br_if $inner (local.tee $kk (i32.sub (local.get $kk) (i32.const 1)))))
    ${cells.map(([r, v]) => `(v128.store offset=${v * 16} ${at(r)} (local.get $c${r}${v}))`).join('\n    ')}`
}

/** All columns of a band of rows. */
function band(rows: number, name: string): string {
  return `
    (local.set $j (i32.const 0))
    (block $wideEnd${name} (loop $wide${name}
      (br_if $wideEnd${name} (i32.gt_u (i32.add (local.get $j) (i32.const 16)) (local.get $n)))
      ${tile(rows, 4)}
      (local.set $j (i32.add (local.get $j) (i32.const 16)))
      (br $wide${name})))
    (block $thinEnd${name} (loop $thin${name}
      (br_if $thinEnd${name} (i32.ge_u (local.get $j) (local.get $n)))
      ${tile(rows, 1)}
      (local.set $j (i32.add (local.get $j) (i32.const 4)))
      (br $thin${name})))`
}

const source = `(module
  (import "env" "memory" (memory 1))
  ;; C[m×n] += A[m×k]·B[k×n]; rows of A are lda bytes apart; n is a multiple of 4
  (func (export "multiplyAdd")
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
      ${band(2, 'Pair')}
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br $pairs)))
    (block $restEnd
      (br_if $restEnd (i32.ge_u (local.get $i) (local.get $m)))
      ${band(1, 'Rest')}))
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
  ;; out[n] = x[n] + max(y[n], 0)
  (func (export "addRectified")
    (param $x i32) (param $y i32) (param $out i32) (param $n i32)
    (local $j i32) (local $bytes i32)
    (local.set $bytes (i32.shl (local.get $n) (i32.const 2)))
    (loop $columns
      (v128.store (i32.add (local.get $out) (local.get $j))
        (f32x4.add (v128.load (i32.add (local.get $x) (local.get $j)))
          (f32x4.max (v128.load (i32.add (local.get $y) (local.get $j))) (v128.const f32x4 0 0 0 0))))
      (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes)))))
)`

const { parseWat } = await wabt()
const module = parseWat('kernel.wat', source, { simd: true })
const { buffer } = module.toBinary({})
writeFileSync(`${OUT}.part`, buffer)
renameSync(`${OUT}.part`, OUT)
console.error(`${OUT}: ${buffer.length} bytes`)
