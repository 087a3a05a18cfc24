/**
 * Writes the kernel of the neural parser and of the name tagger as WebAssembly text with 128-bit vectors and assembles it.
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

/** Rows `$i …` (as many as `rows`) times columns `$j …` (four times `vectors`) of C += A·B, all of floats. */
function floatTile(rows: number, vectors: number): string {
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
      ${floatTile(rows, 4)}
      (local.set $j (i32.add (local.get $j) (i32.const 16)))
      (br $wide${name})))
    (block $thinEnd${name} (loop $thin${name}
      (br_if $thinEnd${name} (i32.ge_u (local.get $j) (local.get $n)))
      ${floatTile(rows, 1)}
      (local.set $j (i32.add (local.get $j) (i32.const 4)))
      (br $thin${name})))`
}

const vectorLocals = (rows: number, vectors: number) =>
  `(local $x v128) ${range(vectors)
    .map(v => `(local $b${v} v128)`)
    .join(' ')} ${range(rows)
    .flatMap(r => range(vectors).map(v => `(local $c${r}${v} v128)`))
    .join(' ')}`

/** `rows` rows from `$pa` times a panel of four times `vectors` columns: C = S + A·B, of integers. */
function integerTile(rows: number, vectors: number): string {
  const cells = range(rows).flatMap(r => range(vectors).map(v => [r, v] as const))
  const row = (base: string, stride: string, r: number) =>
    r === 0 ? `(local.get ${base})` : `(i32.add (local.get ${base}) (local.get ${stride}))`
  return `
      ${cells.map(([r, v]) => `(local.set $c${r}${v} (v128.load offset=${v * 16} ${row('$ps', '$lds', r)}))`).join('\n      ')}
      (local.set $pb (local.get $panel))
      (local.set $end (i32.add (local.get $pa) (i32.shl (local.get $k) (i32.const 2))))
      (loop $inner
        ${range(vectors)
          .map(v => `(local.set $b${v} (v128.load offset=${v * 16} (local.get $pb)))`)
          .join('\n        ')}
        ${range(rows)
          .map(
            r => `(local.set $x (v128.load32_splat ${row('$pa', '$lda', r)}))
        ${range(vectors)
          .map(
            v =>
              `(local.set $c${r}${v} (i32x4.add (local.get $c${r}${v}) (i32x4.dot_i16x8_s (local.get $x) (local.get $b${v}))))`,
          )
          .join('\n        ')}`,
          )
          .join('\n        ')}
        (local.set $pb (i32.add (local.get $pb) (i32.const ${vectors * 16})))
        (br_if $inner (i32.lt_u (local.tee $pa (i32.add (local.get $pa) (i32.const 4))) (local.get $end))))
      ${cells.map(([r, v]) => `(v128.store offset=${v * 16} ${row('$pc', '$ldc', r)} (local.get $c${r}${v}))`).join('\n      ')}`
}

/** A panel, which stays in the cache, times all rows. */
function panel(vectors: number, name: string): string {
  const start = `
      (local.set $pa (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $lda))))
      (local.set $ps (i32.add (local.get $s) (i32.add (i32.mul (local.get $i) (local.get $lds)) (i32.shl (local.get $j) (i32.const 2)))))
      (local.set $pc (i32.add (local.get $c) (i32.add (i32.mul (local.get $i) (local.get $ldc)) (i32.shl (local.get $j) (i32.const 2)))))`
  return `
    (local.set $panel (i32.add (local.get $b) (i32.shl (i32.mul (local.get $j) (local.get $k)) (i32.const 2))))
    (local.set $i (i32.const 0))
    (block $pairsEnd${name} (loop $pairs${name}
      (br_if $pairsEnd${name} (i32.gt_u (i32.add (local.get $i) (i32.const 2)) (local.get $m)))${start}
      ${integerTile(2, vectors)}
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br $pairs${name})))
    (if (i32.lt_u (local.get $i) (local.get $m)) (then ${start}
      ${integerTile(1, vectors)}))
    (local.set $j (i32.add (local.get $j) (i32.const ${vectors * 4})))`
}

/** Eight floats times `$scale`, as 16-bit integers. */
function narrow(low: string, high: string): string {
  const whole = (value: string) => `(i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul ${value} (local.get $q))))`
  return `(i16x8.narrow_i32x4_s ${whole(low)} ${whole(high)})`
}

/** As many columns as four times `vectors` of the sum of integer rows. */
function integerSums(vectors: number, name: string): string {
  const rectified = (v: number) =>
    `(i32x4.shr_u (i32x4.max_s (local.get $s${v}) (v128.const i32x4 0 0 0 0)) (local.get $shift))`
  return `
      ${range(vectors)
        .map(v => `(local.set $s${v} (v128.const i32x4 0 0 0 0))`)
        .join(' ')}
      (local.set $l (local.get $list))
      (loop $rows${name}
        (local.set $row (i32.add (i32.load (local.get $l)) (local.get $j)))
        ${range(vectors)
          .map(v => `(local.set $s${v} (i32x4.add (local.get $s${v}) (v128.load offset=${v * 16} (local.get $row))))`)
          .join('\n        ')}
        (br_if $rows${name} (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 4))) (local.get $end))))
      ${range(vectors / 2)
        .map(
          v =>
            `(v128.store offset=${v * 16} (local.get $out) (i16x8.narrow_i32x4_s ${rectified(2 * v)} ${rectified(2 * v + 1)}))`,
        )
        .join('\n      ')}
      (local.set $out (i32.add (local.get $out) (i32.const ${vectors * 8})))
      (local.set $j (i32.add (local.get $j) (i32.const ${vectors * 16})))`
}

/** Sums of rows of integers of one width, which `lanes` names and 2 to the power of `shift` bytes hold. */
const rowSums = (name: string, lanes: string, shift: number): string =>
  `(func (export "${name}") (param $list i32) (param $count i32) (param $out i32) (param $n i32)
    (local $j i32) (local $l i32) (local $end i32) (local $bytes i32) (local $s v128)
    (local.set $bytes (i32.shl (local.get $n) (i32.const ${shift})))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (loop $columns
      (local.set $s (v128.const i32x4 0 0 0 0))
      (local.set $l (local.get $list))
      (loop $rows
        (local.set $s (${lanes}.add (local.get $s) (v128.load (i32.add (i32.load (local.get $l)) (local.get $j)))))
        (br_if $rows (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 4))) (local.get $end))))
      (v128.store (i32.add (local.get $out) (local.get $j)) (local.get $s))
      (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes)))))`

const source = `(module
  (import "env" "memory" (memory 1))
  ;; C[m×n] += A[m×k]·B[k×n]; rows of A are lda bytes apart; n is a multiple of 4
  (func (export "multiplyAdd")
    (param $a i32) (param $lda i32) (param $b i32) (param $c i32) (param $m i32) (param $k i32) (param $n i32)
    (local $i i32) (local $j i32) (local $kk i32) (local $nb i32) (local $pa i32) (local $pb i32) (local $pc i32)
    ${vectorLocals(2, 4)}
    (local.set $nb (i32.shl (local.get $n) (i32.const 2)))
    (block $pairsEnd (loop $pairs
      (br_if $pairsEnd (i32.gt_u (i32.add (local.get $i) (i32.const 2)) (local.get $m)))
      ${band(2, 'Pair')}
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br $pairs)))
    (block $restEnd
      (br_if $restEnd (i32.ge_u (local.get $i) (local.get $m)))
      ${band(1, 'Rest')}))
  ;; C[m×n] = S[m×n] + A[m×k]·B[k×n] for 16-bit A and B and 32-bit S and C; k counts pairs; rows of A, S and C are lda,
  ;; lds and ldc bytes apart; B stands in panels of 16 columns, the last ones of 4, and in a panel two elements of each
  ;; column side by side
  (func (export "multiplyIntegers")
    (param $a i32) (param $lda i32) (param $b i32) (param $s i32) (param $lds i32) (param $c i32) (param $ldc i32)
    (param $m i32) (param $k i32) (param $n i32)
    (local $i i32) (local $j i32) (local $panel i32) (local $end i32)
    (local $pa i32) (local $pb i32) (local $ps i32) (local $pc i32)
    ${vectorLocals(2, 4)}
    (block $wideEnd (loop $wide
      (br_if $wideEnd (i32.gt_u (i32.add (local.get $j) (i32.const 16)) (local.get $n)))
      ${panel(4, 'Wide')}
      (br $wide)))
    (block $thinEnd (loop $thin
      (br_if $thinEnd (i32.ge_u (local.get $j) (local.get $n)))
      ${panel(1, 'Thin')}
      (br $thin))))
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
  ;; out[n] = the sum of rows of 8 bits, each times a float; list[count] holds pairs of byte offset and float;
  ;; short[n] = the same times scale, rounded and cut off to 16 bits; n is a multiple of 8
  (func (export "sumScaledRows")
    (param $list i32) (param $count i32) (param $out i32) (param $short i32) (param $n i32) (param $scale f32)
    (local $j i32) (local $l i32) (local $end i32) (local $s v128) (local $t v128) (local $q v128) (local $x v128) (local $f v128)
    (local.set $q (f32x4.splat (local.get $scale)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 3))))
    (loop $columns
      (local.set $s (v128.const f32x4 0 0 0 0))
      (local.set $t (v128.const f32x4 0 0 0 0))
      (local.set $l (local.get $list))
      (loop $rows
        (local.set $x (v128.load8x8_s (i32.add (i32.load (local.get $l)) (local.get $j))))
        (local.set $f (v128.load32_splat offset=4 (local.get $l)))
        (local.set $s (f32x4.add (local.get $s) (f32x4.mul (local.get $f) (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $x))))))
        (local.set $t (f32x4.add (local.get $t) (f32x4.mul (local.get $f) (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $x))))))
        (br_if $rows (i32.lt_u (local.tee $l (i32.add (local.get $l) (i32.const 8))) (local.get $end))))
      (v128.store (local.get $out) (local.get $s))
      (v128.store offset=16 (local.get $out) (local.get $t))
      (v128.store (local.get $short) ${narrow('(local.get $s)', '(local.get $t)')})
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (local.set $short (i32.add (local.get $short) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 8))) (local.get $n)))))
  ;; out[n] = x[n] + max(y[n], 0) · unit, y being 32-bit integers, and short[n] as above; n is a multiple of 8
  (func (export "addRectified")
    (param $x i32) (param $y i32) (param $out i32) (param $short i32) (param $n i32) (param $unit f32) (param $scale f32)
    (local $end i32) (local $u v128) (local $q v128) (local $s v128) (local $t v128)
    (local.set $u (f32x4.splat (local.get $unit)))
    (local.set $q (f32x4.splat (local.get $scale)))
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 2))))
    (loop $columns
      (local.set $s (f32x4.add (v128.load (local.get $x)) (f32x4.mul (local.get $u)
        (f32x4.convert_i32x4_s (i32x4.max_s (v128.load (local.get $y)) (v128.const i32x4 0 0 0 0))))))
      (local.set $t (f32x4.add (v128.load offset=16 (local.get $x)) (f32x4.mul (local.get $u)
        (f32x4.convert_i32x4_s (i32x4.max_s (v128.load offset=16 (local.get $y)) (v128.const i32x4 0 0 0 0))))))
      (v128.store (local.get $out) (local.get $s))
      (v128.store offset=16 (local.get $out) (local.get $t))
      (v128.store (local.get $short) ${narrow('(local.get $s)', '(local.get $t)')})
      (local.set $y (i32.add (local.get $y) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (local.set $short (i32.add (local.get $short) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 32))) (local.get $end)))))
  ;; out[n], 16-bit = the sum of the 32-bit integer rows whose byte offsets stand in list[count], negative sums as 0,
  ;; shifted right and cut off at the end; n is a multiple of 8
  (func (export "sumIntegerRows")
    (param $list i32) (param $count i32) (param $out i32) (param $n i32) (param $shift i32)
    (local $j i32) (local $l i32) (local $end i32) (local $bytes i32) (local $row i32)
    ${range(8)
      .map(v => `(local $s${v} v128)`)
      .join(' ')}
    (local.set $bytes (i32.shl (local.get $n) (i32.const 2)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $wideEnd (loop $wide
      (br_if $wideEnd (i32.gt_u (i32.add (local.get $j) (i32.const 128)) (local.get $bytes)))
      ${integerSums(8, 'Wide')}
      (br $wide)))
    (block $thinEnd (loop $thin
      (br_if $thinEnd (i32.ge_u (local.get $j) (local.get $bytes)))
      ${integerSums(2, 'Thin')}
      (br $thin))))
  ;; out[n] = the sum of the rows of integers whose byte offsets stand in list[count]; n is a multiple of 4
  ${rowSums('sumWholeRows', 'i32x4', 2)}
  ;; out[n] = the sum of the rows of 16 bits whose byte offsets stand in list[count]; n is a multiple of 8
  ${rowSums('sumShortRows', 'i16x8', 1)}
  ;; out[24] = the sum of rows of 24 numbers of 8 bits, found by key: keys are list[count] shifted right, 1 for 0; slots
  ;; hold pairs of a key and a row's byte offset, a key of 0 where a slot is empty; a key stands in the first slot that
  ;; is free from its hash's on, and the slot behind the last is the first; bytes are those of all slots
  (func (export "sumFoundRows")
    (param $list i32) (param $count i32) (param $right i32) (param $slots i32) (param $bytes i32) (param $shift i32) (param $out i32)
    (local $end i32) (local $key i32) (local $at i32) (local $found i32) (local $row i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128)
    (local.set $bytes (i32.sub (local.get $bytes) (i32.const 1)))
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $features
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (local.set $key (i32.shr_u (i32.load (local.get $list)) (local.get $right)))
      (local.set $key (i32.add (local.get $key) (i32.eqz (local.get $key))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (local.set $at (i32.shl (i32.shr_u (i32.mul (local.get $key) (i32.const 0x9e3779b1)) (local.get $shift)) (i32.const 3)))
      (loop $probe
        (local.set $found (i32.load (local.tee $row (i32.add (local.get $slots) (local.get $at)))))
        (br_if $features (i32.eqz (local.get $found)))
        (if (i32.ne (local.get $found) (local.get $key)) (then
          (local.set $at (i32.and (i32.add (local.get $at) (i32.const 8)) (local.get $bytes)))
          (br $probe))))
      (local.set $row (i32.load offset=4 (local.get $row)))
      (local.set $s0 (i16x8.add (local.get $s0) (v128.load8x8_s (local.get $row))))
      (local.set $s1 (i16x8.add (local.get $s1) (v128.load8x8_s offset=8 (local.get $row))))
      (local.set $s2 (i16x8.add (local.get $s2) (v128.load8x8_s offset=16 (local.get $row))))
      (br $features)))
    (v128.store (local.get $out) (local.get $s0))
    (v128.store offset=16 (local.get $out) (local.get $s1))
    (v128.store offset=32 (local.get $out) (local.get $s2)))
)`

const { parseWat } = await wabt()
const module = parseWat('kernel.wat', source, { simd: true })
const { buffer } = module.toBinary({})
writeFileSync(`${OUT}.part`, buffer)
renameSync(`${OUT}.part`, OUT)
console.error(`${OUT}: ${buffer.length} bytes`)
