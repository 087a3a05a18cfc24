/** The word layers of the network in training: from forms and tags to slot rows, and the gradients back. */
import { INPUT_TABLES } from '../../src/language/network-shape.ts'
import type { Adam } from './adam.ts'
import { type Batch, fillMask, transpose } from './batch.ts'
import type { Network, Parameter } from './network.ts'
import type { NetworkTraining } from './train-network.ts'

export class WordLayers {
  /** Slot rows of the batch, and their gradient, which `backward` reads. */
  readonly slotRows: number
  readonly slotGradient: number
  private readonly network: Network
  private readonly projection: Parameter
  private readonly options: NetworkTraining
  private readonly random: () => number
  /** Output of the input sum and of each convolution. */
  private readonly layers: number[]
  private readonly preActivation: number[]
  private readonly masks: Float32Array[]
  private readonly top: number
  private readonly vectorRows: number
  private readonly transposed: number
  private readonly weightTransposed: number
  private readonly rowGradient: number
  private readonly preGradient: number
  private readonly inputRows: Int32Array

  constructor(
    network: Network,
    projection: Parameter,
    options: NetworkTraining,
    maximumRows: number,
    random: () => number,
  ) {
    const { kernel, slotColumns } = network
    const { wordWidth: width, dilations } = network.shape
    const buffer = (columns: number) => kernel.allocate(maximumRows * columns)
    this.network = network
    this.projection = projection
    this.options = options
    this.random = random
    this.layers = Array.from({ length: dilations.length + 1 }, () => buffer(width))
    this.preActivation = dilations.map(() => buffer(width))
    this.masks = Array.from({ length: dilations.length + 2 }, () => new Float32Array(maximumRows * width))
    this.top = buffer(width)
    this.vectorRows = buffer(options.dimensions)
    this.transposed = buffer(Math.max(width, options.dimensions))
    this.weightTransposed = kernel.allocate(Math.max(slotColumns, 3 * width) * width)
    this.slotRows = buffer(slotColumns)
    this.slotGradient = buffer(slotColumns)
    this.rowGradient = buffer(width)
    this.preGradient = buffer(width)
    this.inputRows = new Int32Array(maximumRows * INPUT_TABLES.length)
  }

  forward(batch: Batch): void {
    const { network, slotRows } = this
    const { kernel, slotColumns } = network
    const { floats } = kernel
    const { wordWidth: width, dilations } = network.shape
    const cells = batch.rows * width
    this.sumInputs(batch)
    dilations.forEach((_, layer) => {
      this.convolve(batch, layer)
    })
    const last = this.layers[dilations.length]!
    const mask = this.masks[dilations.length + 1]!
    fillMask(mask, cells, this.options.dropout, this.random)
    for (let i = 0; i < cells; i++) floats[this.top + i] = floats[last + i]! * mask[i]!
    floats.fill(0, slotRows, slotRows + batch.rows * slotColumns)
    kernel.multiplyAdd(this.top, width, network.slots.at, slotRows, batch.rows, width, slotColumns)
    // The rows of the root and of "nothing there" stand in the padding after each sentence.
    batch.sentences.forEach(({ words }, s) => {
      const end = slotRows + (batch.offsets[s]! + words.length) * slotColumns
      floats.copyWithin(end, network.special.at, network.special.at + 2 * slotColumns)
    })
  }

  private sumInputs({ sentences, offsets, rows }: Batch): void {
    const { network, vectorRows, options, inputRows, random } = this
    const { kernel } = network
    const { floats, integers } = kernel
    const width = network.shape.wordWidth
    const { dimensions } = options
    const tables = INPUT_TABLES.length
    const input = this.layers[0]!
    floats.fill(0, input, input + rows * width)
    floats.fill(0, vectorRows, vectorRows + rows * dimensions)
    sentences.forEach(({ words, tags }, s) => {
      words.forEach((word, i) => {
        const row = offsets[s]! + i
        const id = random() < options.wordDropout ? 0 : word.id
        network.listInput(word, tags[i]!)
        integers[network.list] = network.word.at * 4 + (options.hasOwnRow(id) ? id : 0) * width * 4
        for (let k = 0; k < tables; k++) inputRows[row * tables + k] = integers[network.list + k]!
        kernel.sumRows(network.list, tables, input + row * width, width, false)
        const vector = id * dimensions
        for (let d = 0; d < dimensions; d++) floats[vectorRows + row * dimensions + d] = options.vectors[vector + d]!
      })
    })
    kernel.multiplyAdd(vectorRows, dimensions, this.projection.at, input, rows, dimensions, width)
    const mask = this.masks[0]!
    fillMask(mask, rows * width, options.dropout, random)
    for (let i = 0; i < rows * width; i++) floats[input + i]! *= mask[i]!
  }

  private convolve({ isWord, rows }: Batch, layer: number): void {
    const { network } = this
    const { kernel, padding } = network
    const { floats } = kernel
    const { wordWidth: width, dilations } = network.shape
    const input = this.layers[layer]!
    const pre = this.preActivation[layer]!
    const output = this.layers[layer + 1]!
    const bias = network.biases[layer]!.at
    for (let r = 0; r < rows; r++) floats.copyWithin(pre + r * width, bias, bias + width)
    for (let tap = -1; tap <= 1; tap++) {
      const shift = (padding + tap * dilations[layer]!) * width
      const matrix = network.convolutions[layer]!.at + (tap + 1) * width * width
      kernel.multiplyAdd(input + shift, width, matrix, pre + padding * width, rows - 2 * padding, width, width)
    }
    const mask = this.masks[layer + 1]!
    fillMask(mask, rows * width, this.options.dropout, this.random)
    for (let i = 0; i < rows * width; i++) {
      const value = floats[pre + i]!
      floats[output + i] = floats[input + i]! + (value > 0 ? value * mask[i]! : 0)
    }
    this.clearPadding(output, isWord, rows)
  }

  private clearPadding(at: number, isWord: Uint8Array, rows: number): void {
    const width = this.network.shape.wordWidth
    const { floats } = this.network.kernel
    for (let r = 0; r < rows; r++) if (isWord[r] === 0) floats.fill(0, at + r * width, at + (r + 1) * width)
  }

  /** From `slotGradient` to the gradients of everything below. */
  backward(batch: Batch, adam: Adam): void {
    const { network, slotGradient, rowGradient, transposed } = this
    const { kernel, slotColumns } = network
    const { floats } = kernel
    const { wordWidth: width, dilations } = network.shape
    const { rows, isWord } = batch
    const special = adam.gradient(network.special)
    batch.sentences.forEach(({ words }, s) => {
      const end = slotGradient + (batch.offsets[s]! + words.length) * slotColumns
      for (let i = 0; i < 2 * slotColumns; i++) floats[special + i]! += floats[end + i]!
      floats.fill(0, end, end + 2 * slotColumns)
    })
    transpose(kernel, this.top, rows, width, transposed)
    kernel.multiplyAdd(transposed, rows, slotGradient, adam.gradient(network.slots), width, rows, slotColumns)
    transpose(kernel, network.slots.at, width, slotColumns, this.weightTransposed)
    floats.fill(0, rowGradient, rowGradient + rows * width)
    kernel.multiplyAdd(slotGradient, slotColumns, this.weightTransposed, rowGradient, rows, slotColumns, width)
    this.applyMask(dilations.length + 1, rows)
    for (let layer = dilations.length - 1; layer >= 0; layer--) this.convolveBack(batch, layer, adam)
    this.applyMask(0, rows)
    this.clearPadding(rowGradient, isWord, rows)
    this.inputsBack(batch, adam)
  }

  private applyMask(index: number, rows: number): void {
    const { floats } = this.network.kernel
    const mask = this.masks[index]!
    const cells = rows * this.network.shape.wordWidth
    for (let i = 0; i < cells; i++) floats[this.rowGradient + i]! *= mask[i]!
  }

  /** `rowGradient` is the gradient of the layer's output before, of its input after. */
  private convolveBack({ rows, isWord }: Batch, layer: number, adam: Adam): void {
    const { network, preGradient, rowGradient, transposed, weightTransposed } = this
    const { kernel, padding } = network
    const { floats } = kernel
    const { wordWidth: width, dilations } = network.shape
    const inner = rows - 2 * padding
    const pre = this.preActivation[layer]!
    const mask = this.masks[layer + 1]!
    for (let r = 0; r < rows; r++) {
      for (let i = r * width; i < (r + 1) * width; i++)
        floats[preGradient + i] = isWord[r] === 1 && floats[pre + i]! > 0 ? floats[rowGradient + i]! * mask[i]! : 0
    }
    const bias = adam.gradient(network.biases[layer]!)
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < width; i++) floats[bias + i]! += floats[preGradient + r * width + i]!
    transpose(kernel, this.layers[layer]!, rows, width, transposed)
    const first = preGradient + padding * width
    for (let tap = -1; tap <= 1; tap++) {
      const shift = padding + tap * dilations[layer]!
      const cells = (tap + 1) * width * width
      const matrixGradient = adam.gradient(network.convolutions[layer]!) + cells
      kernel.multiplyAdd(transposed + shift, rows, first, matrixGradient, width, inner, width)
      transpose(kernel, network.convolutions[layer]!.at + cells, width, width, weightTransposed)
      kernel.multiplyAdd(first, width, weightTransposed, rowGradient + shift * width, inner, width, width)
    }
  }

  private inputsBack({ rows, isWord }: Batch, adam: Adam): void {
    const { network, rowGradient, transposed, inputRows } = this
    const { kernel } = network
    const { floats } = kernel
    const width = network.shape.wordWidth
    const { dimensions, frozen } = this.options
    transpose(kernel, this.vectorRows, rows, dimensions, transposed)
    kernel.multiplyAdd(transposed, rows, rowGradient, adam.gradient(this.projection), dimensions, rows, width)
    const tables = [network.word, network.suffix, network.prefix, network.wordShape, network.tag]
    tables.forEach((table, k) => {
      if (frozen.has(table.name)) return
      const gradient = adam.gradient(table)
      for (let r = 0; r < rows; r++) {
        if (isWord[r] === 0) continue
        const offset = (inputRows[r * tables.length + k]! >> 2) - table.at
        adam.touch(table, offset / width)
        for (let i = 0; i < width; i++) floats[gradient + offset + i]! += floats[rowGradient + r * width + i]!
      }
    })
  }
}
