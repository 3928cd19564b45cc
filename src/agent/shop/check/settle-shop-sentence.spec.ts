import { type OrderRecord, type ProductRecord, type ShopFact } from '../../../llm/index.js';
import { DraftEvidence } from '../../../rag/index.js';
import { indexFacts } from './fact-index.js';
import { listNumbers } from './list-numbers.js';
import { settleShopSentence } from './settle-shop-sentence.js';

const order: OrderRecord = {
  order_id: 12,
  status: 'Shipped',
  created_at: '2026-11-14T16:42:17.000Z',
  shipped_at: '2026-11-15T22:27:17.000Z',
  delivered_at: null,
  returned_at: null,
  item_count: 2,
  total: '1104.50',
};
const product: ProductRecord = {
  product_id: 7,
  name: 'Swim Shorts 5 Inch',
  brand: null,
  category: 'Swim',
  department: 'Men',
  price: '29.90',
  stock: 3,
};
const facts: ShopFact[] = [
  { kind: 'order', query: 'orders.status', data: order },
  { kind: 'stock', query: 'products.stock', data: product },
  { kind: 'stock', query: 'products.stock', data: { ...product, product_id: 8, price: '31.00', stock: 0 } },
];
const settle = (sentence: string): string =>
  settleShopSentence(sentence, indexFacts(facts), new DraftEvidence({ message: '', customer: null })).verdict;

describe('settleShopSentence', () => {
  it.each([
    'Order 12 is Shipped: placed on 2026-11-14, shipped on 2026-11-15.',
    'Order 12 comes to 1,104.5 in total for two items.',
    'Order 12 has not been delivered yet.',
    'Swim Shorts 5 Inch (product 7): 3 left in stock.',
    'Product 8 is sold out.',
    'I cannot cancel an order from here.',
    'Sizes are not in our data.',
    'What would you like to know?',
  ])('keeps "%s"', (sentence) => {
    expect(settle(sentence)).toBe('keep');
  });

  it.each([
    'Order 12 was delivered.',
    'Order 12 has been cancelled.',
    'Order 12 costs 29.90.',
    'Order 13 is Shipped.',
    'Product 7 costs 31.00.',
    'Product 7 is out of stock.',
    'Product 8 is available.',
    'We have eleven of them.',
    "I've refunded it.",
    'Shipping is free: free shipping for everybody.',
    'It costs 29.90 [1].',
  ])('drops "%s"', (sentence) => {
    expect(settle(sentence)).toBe('drop');
  });
});

describe('listNumbers', () => {
  it('has one form for each number', () => {
    expect(listNumbers('1,200.50 or 1200.5, 07 and seven; 24,90')).toEqual(['1200.5', '1200.5', '7', '24.9', '7']);
    expect(listNumbers('2026-11-05T03:00:00.000Z')).toEqual(['2026-11-05']);
    expect(listNumbers('which one, 100, 1.2.3')).toEqual(['100', '1', '2', '3']);
  });
});
