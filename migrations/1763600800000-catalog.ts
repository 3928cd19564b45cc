import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The shop: products, what is in stock where, and the orders of its users, who are customers. */
export class Catalog1763600800000 implements MigrationInterface {
  readonly name = 'Catalog1763600800000';

  async up(runner: QueryRunner): Promise<void> {
    await createProducts(runner);
    await createInventory(runner);
    await createOrders(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['order_items', 'orders', 'inventory_items', 'product_words', 'products', 'distribution_centers'];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}

async function createProducts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE distribution_centers (
      distribution_center_id bigint NOT NULL,
      name text NOT NULL,
      latitude double precision,
      longitude double precision,
      CONSTRAINT pk_distribution_centers PRIMARY KEY (distribution_center_id)
    )`);
  // Prices are kept as the file means them and rounded when they are told: a total is rounded once.
  await runner.query(`
    CREATE TABLE products (
      product_id bigint NOT NULL,
      name text NOT NULL,
      brand text,
      category text,
      department text,
      sku text,
      retail_price numeric NOT NULL,
      cost numeric,
      distribution_center_id bigint,
      name_key text NOT NULL,
      search_key text NOT NULL,
      CONSTRAINT pk_products PRIMARY KEY (product_id),
      CONSTRAINT fk_products_distribution_center_id FOREIGN KEY (distribution_center_id) REFERENCES distribution_centers (distribution_center_id)
    )`);
  await runner.query('CREATE INDEX ix_products_distribution_center_id ON products (distribution_center_id)');
  await runner.query('CREATE INDEX ix_products_name_key ON products (name_key)');
  await runner.query('CREATE INDEX ix_products_category_price ON products (lower(category), retail_price)');
  await runner.query('CREATE INDEX ix_products_brand ON products (lower(brand))');
  await runner.query("CREATE INDEX ix_products_search_words ON products USING gin (string_to_array(search_key, ' '))");
  // Every word of a product's name, and what it looks like with letters left out: how slips of the keyboard are found.
  await runner.query(`
    CREATE TABLE product_words (
      word text NOT NULL,
      variants text[] NOT NULL,
      CONSTRAINT pk_product_words PRIMARY KEY (word)
    )`);
  await runner.query('CREATE INDEX ix_product_words_variants ON product_words USING gin (variants)');
}

async function createInventory(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE inventory_items (
      inventory_item_id bigint NOT NULL,
      product_id bigint NOT NULL,
      distribution_center_id bigint,
      cost numeric,
      created_at timestamptz NOT NULL,
      sold_at timestamptz,
      CONSTRAINT pk_inventory_items PRIMARY KEY (inventory_item_id),
      CONSTRAINT fk_inventory_items_product_id FOREIGN KEY (product_id) REFERENCES products (product_id),
      CONSTRAINT fk_inventory_items_distribution_center_id FOREIGN KEY (distribution_center_id) REFERENCES distribution_centers (distribution_center_id)
    )`);
  // Serves the stock of a product, which is its unsold rows, and the check of what refers to it.
  await runner.query('CREATE INDEX ix_inventory_items_product_id_sold_at ON inventory_items (product_id, sold_at)');
}

async function createOrders(runner: QueryRunner): Promise<void> {
  // Who is forgotten leaves the figures of the shop as they are: the orders stay and belong to nobody.
  await runner.query(`
    CREATE TABLE orders (
      order_id bigint NOT NULL,
      customer_id bigint,
      status text NOT NULL,
      -- To the millisecond: that is what a cursor can say.
      created_at timestamptz(3) NOT NULL,
      shipped_at timestamptz,
      delivered_at timestamptz,
      returned_at timestamptz,
      CONSTRAINT pk_orders PRIMARY KEY (order_id),
      CONSTRAINT fk_orders_customer_id FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ON DELETE SET NULL
    )`);
  await runner.query('CREATE INDEX ix_orders_customer_id_created_at ON orders (customer_id, created_at, order_id)');
  await runner.query('CREATE INDEX ix_orders_created_at ON orders (created_at)');
  await runner.query(`
    CREATE TABLE order_items (
      order_item_id bigint NOT NULL,
      order_id bigint NOT NULL,
      product_id bigint NOT NULL,
      inventory_item_id bigint,
      status text NOT NULL,
      created_at timestamptz,
      shipped_at timestamptz,
      delivered_at timestamptz,
      returned_at timestamptz,
      sale_price numeric NOT NULL,
      CONSTRAINT pk_order_items PRIMARY KEY (order_item_id),
      CONSTRAINT fk_order_items_order_id FOREIGN KEY (order_id) REFERENCES orders (order_id),
      CONSTRAINT fk_order_items_product_id FOREIGN KEY (product_id) REFERENCES products (product_id),
      CONSTRAINT fk_order_items_inventory_item_id FOREIGN KEY (inventory_item_id) REFERENCES inventory_items (inventory_item_id)
    )`);
  await runner.query('CREATE INDEX ix_order_items_order_id ON order_items (order_id)');
  // Holds all a ranking counts.
  await runner.query('CREATE INDEX ix_order_items_product_id_status ON order_items (product_id, status)');
  await runner.query('CREATE INDEX ix_order_items_inventory_item_id ON order_items (inventory_item_id)');
}
