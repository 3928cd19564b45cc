import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsModule } from '../imports/index.js';
import { CustomerExternalId } from './customer-external-id.entity.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { Customer } from './customer.entity.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomersDataset } from './customers.dataset.js';
import { ContentModule } from './insights/content/content.module.js';
import { Interaction } from './interactions/interaction.entity.js';
import { ProductMonth } from './interactions/product-month.entity.js';
import { SampleCustomersService } from './sample-customers.service.js';

/** The CRM record: reading it, and importing it from files. */
@Module({
  imports: [
    ImportsModule,
    ContentModule,
    TypeOrmModule.forFeature([Customer, CustomerExternalId, Interaction, ProductMonth]),
  ],
  providers: [CustomerRepository, CustomerImportRepository, CustomersDataset, SampleCustomersService],
  exports: [CustomerRepository, SampleCustomersService],
})
export class CustomersModule {}
