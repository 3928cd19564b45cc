import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '../customers/index.js';
import { ImportsModule } from '../imports/index.js';
import { DistributionCentersDataset } from './datasets/distribution-centers.dataset.js';
import { InventoryItemsDataset } from './datasets/inventory-items.dataset.js';
import { OrderItemsDataset } from './datasets/order-items.dataset.js';
import { OrdersDataset } from './datasets/orders.dataset.js';
import { ProductsDataset } from './datasets/products.dataset.js';
import { UsersDataset } from './datasets/users.dataset.js';
import { InventoryItem } from './entities/inventory-item.entity.js';
import { Order, OrderItem } from './entities/order.entity.js';
import { DistributionCenter, Product, ProductWord } from './entities/product.entity.js';
import { OrderRepository } from './orders/order.repository.js';
import { ProductRepository } from './products/product.repository.js';

/** The shop's products, stock and orders. */
@Module({
  imports: [
    ImportsModule,
    CustomersModule,
    TypeOrmModule.forFeature([DistributionCenter, Product, ProductWord, InventoryItem, Order, OrderItem]),
  ],
  providers: [
    DistributionCentersDataset,
    ProductsDataset,
    InventoryItemsDataset,
    UsersDataset,
    OrdersDataset,
    OrderItemsDataset,
    OrderRepository,
    ProductRepository,
  ],
  exports: [OrderRepository, ProductRepository],
})
export class CatalogModule {}
