interface MergedCells {
  column: number;
  top: number;
  bottom: number;
}

/**
 * Cells merged over several rows hold one value for all of them, which the file has in the first only. Gives it to the
 * others; cells merged within a row stay as they are.
 */
export class MergedColumns {
  private readonly ranges: MergedCells[];
  private next = 0;
  private active: (MergedCells & { value: string })[] = [];

  /** `ranges` like `A2:A5`; those that start in the header or above it are layout and left out. */
  constructor(ranges: readonly string[], headerRow: number) {
    this.ranges = ranges
      .flatMap((range) => readRange(range))
      .filter(({ top, bottom }) => bottom > top && top > headerRow)
      .sort((a, b) => a.top - b.top);
  }

  /** Fills a row's cells in place; rows come in their order. */
  fill(row: number, cells: string[]): void {
    if (this.ranges.length === 0) return;
    this.active = this.active.filter(({ bottom }) => bottom >= row);
    for (const { column, value } of this.active) {
      while (cells.length <= column) cells.push('');
      if (cells[column] === '') cells[column] = value;
    }
    for (let range = this.ranges[this.next]; range !== undefined && range.top <= row; range = this.ranges[this.next]) {
      this.next += 1;
      const value = range.top === row ? cells[range.column] : undefined;
      if (value !== undefined && value !== '') this.active.push({ ...range, value });
    }
  }
}

function readRange(range: string): MergedCells[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range);
  if (match === null) return [];
  const [, letters = '', top, bottom] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [{ column: column - 1, top: Number(top), bottom: Number(bottom) }];
}
