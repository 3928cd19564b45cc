import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsModule } from '../imports/index.js';
import { CustomerExternalId } from './customer-external-id.entity.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { Customer } from './customer.entity.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomersDataset } from './customers.dataset.js';
import { ContentModule } from './insights/content/content.module.js';
import { SummaryController } from './insights/summary/summary.controller.js';
import { SummaryRepository } from './insights/summary/summary.repository.js';
import { SummaryService } from './insights/summary/summary.service.js';
import { Interaction } from './interactions/interaction.entity.js';
import { InteractionRepository } from './interactions/interaction.repository.js';
import { InteractionService } from './interactions/interaction.service.js';
import { InteractionsDataset } from './interactions/interactions.dataset.js';
import { ProductMonth } from './interactions/product-month.entity.js';
import { ProductMonthsDataset } from './interactions/product-months.dataset.js';
import { CustomerRecordRepository } from './record/customer-record.repository.js';
import { CustomerService } from './record/customer.service.js';
import { CustomersController } from './record/customers.controller.js';
import { SampleCustomersService } from './sample-customers.service.js';
import { CountTurnsJob } from './statistics/count-turns.job.js';
import { CustomerProduct, UncountedInteraction } from './statistics/customer-product.entity.js';
import { InteractionMonth } from './statistics/interaction-month.entity.js';
import { InteractionsPerProductRepository } from './statistics/interactions-per-product.repository.js';
import { RowCounts } from './statistics/row-counts.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsService } from './statistics/statistics.service.js';

/** The CRM record and what customers did: kept, imported from files, listed, counted and summed up. */
@Module({
  imports: [
    ImportsModule,
    ContentModule,
    TypeOrmModule.forFeature([
      Customer,
      CustomerExternalId,
      Interaction,
      ProductMonth,
      InteractionMonth,
      CustomerProduct,
      UncountedInteraction,
    ]),
  ],
  controllers: [CustomersController, SummaryController, StatisticsController],
  providers: [
    CustomerRepository,
    CustomerImportRepository,
    CustomersDataset,
    InteractionsDataset,
    ProductMonthsDataset,
    SampleCustomersService,
    CustomerRecordRepository,
    CustomerService,
    InteractionRepository,
    InteractionService,
    SummaryRepository,
    SummaryService,
    InteractionsPerProductRepository,
    RowCounts,
    StatisticsService,
    CountTurnsJob,
  ],
  exports: [CustomerRepository, CustomerImportRepository, SampleCustomersService, RowCounts],
})
export class CustomersModule {}
