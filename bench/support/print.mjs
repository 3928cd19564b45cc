import { cpus, loadavg, totalmem } from 'node:os';

/** A table of strings for people. */
export function renderTable(header, rows) {
  const all = [header, ...rows].map((row) => row.map((cell) => String(cell)));
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd();
  return [line(all[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...all.slice(1).map(line)].join('\n');
}

/** One aim of docs/benchmarks.md against what was measured. */
export function judge(name, value, { atLeast, atMost, unit = '' }) {
  const met = atLeast === undefined ? value <= atMost : value >= atLeast;
  return { name, value, aim: atLeast === undefined ? `at most ${atMost}${unit}` : `at least ${atLeast}${unit}`, met };
}

export function machineFacts() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg().map((value) => Math.round(value * 100) / 100),
  };
}
