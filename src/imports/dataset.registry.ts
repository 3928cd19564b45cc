import { Injectable } from '@nestjs/common';
import { type ImportDataset } from './import-dataset.js';

/** The datasets features have registered, by name; filled while the modules start. */
@Injectable()
export class DatasetRegistry {
  private readonly datasets = new Map<string, ImportDataset<unknown>>();

  /** @throws Error when the name is taken: two features would fight over one kind of file. */
  register<Row>(dataset: ImportDataset<Row>): void {
    if (this.datasets.has(dataset.name)) throw new Error(`The dataset ${dataset.name} is registered twice.`);
    // The row type is forgotten here and stays sound: what a dataset's cleanRow returns is all its save ever gets.
    this.datasets.set(dataset.name, dataset);
  }

  /** @throws Error for a name nobody registered. */
  get(name: string): ImportDataset<unknown> {
    const dataset = this.datasets.get(name);
    if (dataset === undefined) throw new Error(`No dataset is called ${name}.`);
    return dataset;
  }

  listNames(): string[] {
    return [...this.datasets.keys()].sort();
  }
}
