/** What reading one file may cost. Every bound is on what is really read or inflated, never on what a file says of itself. */
export interface ReadLimits {
  /** Of the file as it lies on disk. */
  maxBytes: number;
  /** A record longer than this is an unclosed quote or no record at all. */
  maxRecordChars: number;
  maxColumns: number;
  /** Of all parts of a workbook together, unpacked. */
  maxInflatedBytes: number;
  /** Unpacked to packed size of one part, looked at once it has unpacked to more than 16 MiB. Real sheets stay under 60. */
  maxInflateRatio: number;
  /** The longest a workbook's thread may take for one answer (a batch of rows, or the first look). */
  workbookDeadlineMs: number;
  workbookMemoryMb: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 1024 * MIB,
  maxRecordChars: MIB,
  maxColumns: 4096,
  maxInflatedBytes: 2048 * MIB,
  maxInflateRatio: 200,
  workbookDeadlineMs: 60_000,
  workbookMemoryMb: 512,
};
