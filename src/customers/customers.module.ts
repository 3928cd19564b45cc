import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsModule } from '../imports/index.js';
import { CustomerExternalId } from './customer-external-id.entity.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { Customer } from './customer.entity.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomersDataset } from './customers.dataset.js';
import { Interaction } from './interactions/interaction.entity.js';
import { InteractionsDataset } from './interactions/interactions.dataset.js';
import { ProductMonth } from './interactions/product-month.entity.js';
import { ProductMonthsDataset } from './interactions/product-months.dataset.js';
import { SampleCustomersService } from './sample-customers.service.js';
import { CustomerMonths, UncountedInteraction } from './statistics/customer-months.entity.js';
import { InteractionMonth } from './statistics/interaction-month.entity.js';

/** The CRM record: reading it, and importing it from files. */
@Module({
  imports: [
    ImportsModule,
    TypeOrmModule.forFeature([
      Customer,
      CustomerExternalId,
      Interaction,
      ProductMonth,
      InteractionMonth,
      CustomerMonths,
      UncountedInteraction,
    ]),
  ],
  providers: [
    CustomerRepository,
    CustomerImportRepository,
    CustomersDataset,
    InteractionsDataset,
    ProductMonthsDataset,
    SampleCustomersService,
  ],
  exports: [CustomerRepository, SampleCustomersService],
})
export class CustomersModule {}
