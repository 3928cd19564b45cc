import { type DataSource } from 'typeorm';
import { queryPrepared } from './query-prepared.js';

const PLACEHOLDER = /(?<!:):([a-z][A-Za-z]*)\b/g;

/** One statement of a hot path, prepared under its name. `:name` placeholders may occur any number of times. */
export class PreparedStatement<Name extends string> {
  private readonly text: string;
  private readonly order: Name[] = [];

  /** @param name unique in the product */
  constructor(
    private readonly name: string,
    template: string,
  ) {
    this.text = template.replaceAll(PLACEHOLDER, (_, found: Name) => {
      if (!this.order.includes(found)) this.order.push(found);
      return `$${this.order.indexOf(found) + 1}`;
    });
  }

  /** @throws QueryFailedError as every query of TypeORM does */
  run<Row>(dataSource: DataSource, values: Record<Name, unknown>): Promise<Row[]> {
    const { name, text } = this;
    return queryPrepared<Row>(dataSource, { name, text, values: this.order.map((placeholder) => values[placeholder]) });
  }
}
