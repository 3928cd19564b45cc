import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RowCounts } from '../customers/index.js';

/** Lets the rows of the shop's tables be counted by name. */
@Injectable()
export class CatalogCounts implements OnModuleInit {
  constructor(private readonly rowCounts: RowCounts) {}

  onModuleInit(): void {
    this.rowCounts.register('products', 'orders', 'order_items', 'inventory_items');
  }
}
