import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogCounts } from './catalog-counts.js';
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
import { OrderService } from './http/order.service.js';
import { OrdersController } from './http/orders.controller.js';
import { ProductService } from './http/product.service.js';
import { ProductsController } from './http/products.controller.js';
import { OrderRepository } from './orders/order.repository.js';
import { ProductRepository } from './products/product.repository.js';
import { SampleShopService } from './sample-shop.service.js';

/** The shop's products, stock and orders. */
@Module({
  imports: [
    ImportsModule,
    CustomersModule,
    TypeOrmModule.forFeature([DistributionCenter, Product, ProductWord, InventoryItem, Order, OrderItem]),
  ],
  controllers: [ProductsController, OrdersController],
  providers: [
    DistributionCentersDataset,
    ProductsDataset,
    InventoryItemsDataset,
    UsersDataset,
    OrdersDataset,
    OrderItemsDataset,
    OrderRepository,
    ProductRepository,
    ProductService,
    OrderService,
    CatalogCounts,
    SampleShopService,
  ],
  exports: [OrderRepository, ProductRepository, SampleShopService],
})
export class CatalogModule {}
