/** Small readers and writers for the model files: little-endian numbers, and ascending keys as variable-length gaps. */

export class ByteWriter {
  private bytes = new Uint8Array(1 << 16)
  private length = 0

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = value
  }

  /** Unsigned integer below 2³², seven bits a byte, the lowest first. */
  varint(value: number): void {
    while (value >= 128) {
      this.byte((value % 128) | 128)
      value = Math.floor(value / 128)
    }
    this.byte(value)
  }

  float(value: number): void {
    for (const byte of new Uint8Array(Float32Array.of(value).buffer)) this.byte(byte)
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.byte(value.charCodeAt(i))
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** Throws a RangeError when it is asked to read past the end. */
export class ByteReader {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    const value = this.bytes[this.at++]
    if (value === undefined) throw new RangeError('the file ends too early')
    return value
  }

  /** The next `count` bytes. */
  slice(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new RangeError('the file ends too early')
    return this.bytes.slice(this.at, (this.at += count))
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  float(): number {
    const four = Uint8Array.of(this.byte(), this.byte(), this.byte(), this.byte())
    return new DataView(four.buffer).getFloat32(0, true)
  }

  text(length: number): string {
    let value = ''
    for (let i = 0; i < length; i++) value += String.fromCharCode(this.byte())
    return value
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length
  }
}
