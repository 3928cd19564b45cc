import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InventoryItem } from './entities/inventory-item.entity.js';
import { Order, OrderItem } from './entities/order.entity.js';
import { DistributionCenter, Product, ProductWord } from './entities/product.entity.js';
import { OrderRepository } from './orders/order.repository.js';
import { ProductRepository } from './products/product.repository.js';

/** The shop's products, stock and orders. */
@Module({
  imports: [TypeOrmModule.forFeature([DistributionCenter, Product, ProductWord, InventoryItem, Order, OrderItem])],
  providers: [OrderRepository, ProductRepository],
  exports: [OrderRepository, ProductRepository],
})
export class CatalogModule {}
