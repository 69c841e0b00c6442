import { inspect } from 'node:util';

/**
 * A Go `time.Time`: a Date that keeps nanoseconds and the zone. Go gets back exactly what it gave, unless the Date was set
 * to another time meanwhile.
 *
 * @example
 * const t = m.ParseTime('2024-02-29T12:00:00.123456789+02:00')
 * t.toISOString()   // '2024-02-29T10:00:00.123Z', as any Date
 * t.nanosecond      // 123456789
 * t.offset          // 120
 */
export class GoTime extends Date {
  /** Nanoseconds within the second, 0 to 999,999,999. */
  readonly nanosecond: number;
  /** Go's name of the zone: `UTC`, `Local`, `Europe/Berlin`, `CEST`; empty where only the offset is known. */
  readonly zone: string;
  /** Minutes east of UTC at this time; with a fraction for zones of long ago. */
  readonly offset: number;

  /**
   * @param seconds since 1970, UTC
   * @param nanosecond within that second
   * @param offset minutes east of UTC
   */
  constructor(seconds: number, nanosecond = 0, offset = 0, zone = 'UTC') {
    super(seconds * 1000 + Math.floor(nanosecond / 1e6));
    this.nanosecond = nanosecond;
    this.zone = zone;
    this.offset = offset;
  }

  /** As Go's RFC 3339 with nanoseconds: in its own zone, no digit lost. */
  override toString(): string {
    if (Number.isNaN(this.getTime())) return super.toString();
    const local = new Date(this.getTime() + this.offset * 60_000).toISOString().slice(0, 19);
    const fraction = this.exact()
      ? String(this.nanosecond).padStart(9, '0')
      : `${this.getMilliseconds()}`.padStart(3, '0');
    const digits = fraction.replace(/0+$/, '');
    return `${local}${digits && `.${digits}`}${printOffset(this.offset)}`;
  }

  /** False when the Date was set to another time. */
  exact(): boolean {
    return new Date(this.getTime()).getUTCMilliseconds() === Math.floor(this.nanosecond / 1e6);
  }

  /** @internal */
  [inspect.custom](): string {
    return `GoTime ${this.toString()}${this.zone && this.zone !== 'UTC' ? ` (${this.zone})` : ''}`;
  }
}

function printOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const all = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(all / 60)}:${two(all % 60)}`;
}
