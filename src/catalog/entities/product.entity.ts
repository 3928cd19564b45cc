import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint-as-number.js';

/** A place goods are sent from. */
@Entity('distribution_centers')
export class DistributionCenter {
  @PrimaryColumn('bigint', {
    name: 'distribution_center_id',
    primaryKeyConstraintName: 'pk_distribution_centers',
    transformer: bigintAsNumber,
  })
  distributionCenterId!: number;

  @Column('text')
  name!: string;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;
}

/** Something the shop sells; the id is the shop's. */
@Entity('products')
@Index('ix_products_category_price', { synchronize: false })
@Index('ix_products_brand', { synchronize: false })
@Index('ix_products_search_words', { synchronize: false })
export class Product {
  @PrimaryColumn('bigint', {
    name: 'product_id',
    primaryKeyConstraintName: 'pk_products',
    transformer: bigintAsNumber,
  })
  productId!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  brand!: string | null;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  department!: string | null;

  @Column('text', { nullable: true })
  sku!: string | null;

  /** A decimal as the file means it; rounded to cents when it is told. */
  @Column('numeric', { name: 'retail_price' })
  retailPrice!: string;

  @Column('numeric', { nullable: true })
  cost!: string | null;

  @Column('bigint', { name: 'distribution_center_id', nullable: true, transformer: bigintAsNumber })
  @Index('ix_products_distribution_center_id')
  @ForeignKey(() => DistributionCenter, { name: 'fk_products_distribution_center_id' })
  distributionCenterId!: number | null;

  /** The words of the name as they are compared, A-Z. */
  @Column('text', { name: 'name_key' })
  @Index('ix_products_name_key')
  nameKey!: string;

  /** The same of name, brand, category and department together. */
  @Column('text', { name: 'search_key' })
  searchKey!: string;
}

/** A word of products and what it looks like with a letter left out. */
@Entity('product_words')
@Index('ix_product_words_variants', { synchronize: false })
export class ProductWord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_product_words' })
  word!: string;

  @Column('text', { array: true })
  variants!: string[];
}
