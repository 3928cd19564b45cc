import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type FileReport, ImportService } from '../imports/index.js';
import { ProductRepository } from './products/product.repository.js';

/** In any order: the import finds its own. */
const FILES = ['distribution_centers', 'products', 'inventory_items', 'users', 'orders', 'order_items'];

/** A small shop for the first minutes with the product. */
@Injectable()
export class SampleShopService {
  constructor(
    private readonly imports: ImportService,
    private readonly products: ProductRepository,
  ) {}

  /**
   * Imports the sample shop into a database without products; where there are any, nothing happens (null).
   * @param directory the folder that holds the six files
   */
  async load(directory: string): Promise<FileReport[] | null> {
    if (await this.products.hasProducts()) return null;
    const { files } = await this.imports.importFiles(FILES.map((name) => join(directory, `${name}.csv`)));
    return files.flatMap(({ report }) => (report === null ? [] : [report]));
  }
}
