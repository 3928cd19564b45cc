import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanDateTime } from '../clean/clean-date-time.js';
import { cleanMoney } from '../clean/clean-money.js';
import { cleanMonth } from '../clean/clean-month.js';
import { DateOrderEvidence } from '../clean/date-order.js';
import { DecimalMarkEvidence } from '../clean/decimal-mark.js';
import { FileRefused, openTable, type OpenTable, type TableRecord } from './open-table.js';

/** Beside the repository on machines that measure; it is no part of it. */
const DATA = resolve('../shared/data');
const isThere = existsSync(DATA);
const title = isThere ? 'real files' : 'real files (skipped: the measuring data is not beside this repository)';

async function open(file: string): Promise<OpenTable> {
  return openTable({ path: resolve(DATA, file), name: file });
}

async function listRecords(table: OpenTable): Promise<TableRecord[]> {
  const records: TableRecord[] = [];
  for await (const record of table.records()) records.push(record);
  return records;
}

async function readColumn(file: string, column: string): Promise<{ row: number; value: string }[]> {
  const table = await open(file);
  const position = table.header.indexOf(column);
  return (await listRecords(table)).map(({ row, cells }) => ({ row, value: cells?.[position] ?? '' }));
}

const ITALIAN = 'thelook/real-fragments/emma-italian-excel';
const BIGQUERY = 'thelook/real-fragments/souvik-bq-export';

(isThere ? describe : describe.skip)(title, () => {
  it.each([
    ['interactions/customer.csv', 13, 'utf-8'],
    ['interactions/customer_interactions.csv', 20, 'utf-8-bom'],
    ['interactions/product.csv', 34, 'utf-8'],
    ['thelook/negative/orders.bom-crlf.csv', 20, 'utf-8-bom'],
    ['thelook/negative/orders.utf16.csv', 20, 'utf-16le'],
    [`${ITALIAN}/products.csv`, 500, 'utf-8'],
    [`${BIGQUERY}/order_iteams.csv`, 1000, 'utf-8'],
    ['thelook/sample/users.csv', 501, 'utf-8'],
  ])('%s has %d whole rows in %s', async (file, count, encoding) => {
    const table = await open(file);
    const records = await listRecords(table);
    expect(table.encoding).toBe(encoding);
    expect(records.filter(({ cells }) => cells?.length === table.header.length)).toHaveLength(count);
    expect(records).toHaveLength(count);
  });

  it('reports the row that was cut off', async () => {
    const records = await listRecords(await open('thelook/negative/orders.truncated-last-row.csv'));
    expect(records.filter(({ fault }) => fault?.code === 'truncated_row').map(({ row }) => row)).toEqual([21]);
  });

  it.each([
    ['orders.git-lfs-pointer.csv', 'pointer_file'],
    ['orders.signin-page.csv', 'html_document'],
  ])('refuses %s as %s', async (file, code) => {
    await expect(open(`thelook/negative/${file}`)).rejects.toMatchObject({ code });
    await expect(open(`thelook/negative/${file}`)).rejects.toBeInstanceOf(FileRefused);
  });

  it.each([
    ['interactions/customer_interactions.csv', 'date_start', 'DMY'],
    [`${ITALIAN}/orders.csv`, 'created_at', 'DMY'],
    [`${ITALIAN}/inventory_items.csv`, 'created_at', 'DMY'],
    [`${BIGQUERY}/items.csv`, 'created_at', 'YMD'],
    ['thelook/sample/orders.csv', 'created_at', 'YMD'],
  ] as const)('reads every moment of %s', async (file, column, order) => {
    const values = await readColumn(file, column);
    const evidence = new DateOrderEvidence();
    for (const sample of values) evidence.add(sample);
    const inferred = evidence.result();
    expect(inferred.order).toBe(order);
    expect(inferred.conflicting).toBeUndefined();
    const unread = values.filter(({ value }) => !('iso' in cleanDateTime(value, inferred.order)));
    expect(unread).toEqual([]);
  });

  it.each([
    [`${ITALIAN}/products.csv`, 'cost', ','],
    [`${ITALIAN}/order_items.csv`, 'sale_price', ','],
    [`${BIGQUERY}/products.csv`, 'retail_price', '.'],
    ['thelook/sample/order_items.csv', 'sale_price', '.'],
  ] as const)('reads every price of %s', async (file, column, mark) => {
    const values = await readColumn(file, column);
    const evidence = new DecimalMarkEvidence();
    for (const { value } of values) evidence.add(value);
    expect(evidence.result()).toBe(mark);
    const prices = values.map(({ value }) => cleanMoney(value, mark));
    expect(prices.filter((price) => 'code' in price)).toEqual([]);
  });

  it('reads every month of the products', async () => {
    const months = (await readColumn('interactions/product.csv', 'date')).map(({ value }) => cleanMonth(value));
    expect(months.filter((month) => 'code' in month)).toEqual([]);
    expect(months[0]).toEqual({ month: '2019-01-01' });
  });
});
