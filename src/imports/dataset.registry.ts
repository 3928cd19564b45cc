import { Injectable } from '@nestjs/common';
import { type ImportDataset } from './import-dataset.js';
import { orderDatasets } from './order-datasets.js';

/** A dataset whose row type is forgotten: what its `cleanRow` returns is all that its `target` ever reads. */
export type AnyDataset = ImportDataset<unknown>;

/** The datasets features have registered, by name; filled while the modules start. */
@Injectable()
export class DatasetRegistry {
  private readonly datasets = new Map<string, AnyDataset>();

  /** @throws Error when the name is taken: two features would fight over one kind of file. */
  register<Row>(dataset: ImportDataset<Row>): void {
    if (this.datasets.has(dataset.name)) throw new Error(`The dataset ${dataset.name} is registered twice.`);
    // Sound, because what a dataset's `cleanRow` returns is all that its `target` ever reads.
    this.datasets.set(dataset.name, dataset);
  }

  /** @throws Error for a name nobody registered. */
  get(name: string): AnyDataset {
    const dataset = this.datasets.get(name);
    if (dataset === undefined) throw new Error(`No dataset is called ${name}.`);
    return dataset;
  }

  has(name: string): boolean {
    return this.datasets.has(name);
  }

  listNames(): string[] {
    return [...this.datasets.keys()].sort();
  }

  /** All of them, each after those its rows refer to. */
  listInOrder(): AnyDataset[] {
    return orderDatasets([...this.datasets.values()]);
  }
}
