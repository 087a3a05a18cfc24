import type { Span } from '../../../src/types.ts'

/** The page reads anybody's files: each value is taken for what it is, or for nothing. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function asTextOrNull(value: unknown): string | null {
  return asText(value) || null
}

export function asNumber(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

export function asSpan(value: unknown): Span | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [start, end] = value
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start ? [start, end] : null
}

/** The day of an ISO 8601 date or date and time. */
export function asDay(value: unknown): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(asText(value))?.[0]
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day
}

/** `#rrggbb`; anything else could be more than a colour where it ends up. */
export function asColor(value: unknown): string | null {
  return /^#[0-9a-f]{6}$/i.test(asText(value)) ? asText(value).toLowerCase() : null
}
