import { NO_SLOTS, type ShopSlots } from '../shop-slots.js';
import { blank, readWants } from './read-wants.js';

const names = {
  categories: ['Jeans', 'Dresses', 'Tops & Tees', 'Fashion Hoodies & Sweatshirts'],
  brands: ['Northlark', 'Guess', 'Alder & Roe'],
  departments: ['Men', 'Women'],
};
const now = new Date('2026-11-20T09:00:00Z');
const read = (message: string, slots: Partial<ShopSlots> = {}): string[] =>
  readWants(message, { slots: { ...NO_SLOTS, ...slots }, names, now }).map((want) => {
    const { intent, orderId, which, productId, productName, filter, limit } = want;
    const subject = [orderId, which, productId, productName].filter((value) => value !== null);
    const rest = Object.entries(filter).map(([key, value]) => `${key}=${String(value)}`);
    return [intent, ...subject, ...rest, ...(limit === null ? [] : [`limit=${limit}`])].join(' ');
  });

describe('readWants', () => {
  it.each([
    ['How many Classic T-Shirts are left in stock?', ['stock_check Classic T-Shirts']],
    ['Do you still have any of the "Merino Socks. 3-Pack"?', ['stock_check Merino Socks. 3-Pack']],
    ['how many Sullen - Mens Hoodie in Black are left?', ['stock_check Sullen - Mens Hoodie in Black']],
    ['What are the top 5 most sold products?', ['best_sellers limit=5']],
    [
      'best seller in jeans for women in 2025',
      ['best_sellers category=Jeans department=Women from=2025-01-01 to=2025-12-31 limit=1'],
    ],
    ['hoodies under $60', ['product_search max_price=60 category=Fashion Hoodies & Sweatshirts']],
    ['I guess I need jeans', ['product_search category=Jeans']],
    ['do you have jeans by Guess?', ['product_search category=Jeans brand=Guess']],
    ['Show me the status of order ID 12345', ['order_status 12345']],
    ['order 12 345? no, order 777 and order 778', ['order_status 777', 'order_status 778']],
    ['where is my order', ['order_status open']],
    ['what did my last order cost', ['order_total last']],
    ["what's in order 777 and what did it cost?", ['order_items 777', 'order_total 777']],
    ['is the Polo in stock, and how much is it?', ['stock_check Polo', 'price_check Polo']],
    ['Thanks a lot!', []],
    ['Hello there', []],
  ])('reads "%s"', (message, wants) => {
    expect(read(message).slice(-wants.length || undefined)).toEqual(wants);
  });

  const ranked: Partial<ShopSlots> = {
    list: { of: 'product', ids: [7, 8, 9] },
    focus: 'list',
    want: { ...blank('best_sellers', 'best sellers'), filter: { category: 'Jeans' } },
  };

  it('takes what was listed for "those" and "the second one"', () => {
    expect(read('and how many of those are left?', ranked)).toEqual([
      'stock_check 7',
      'stock_check 8',
      'stock_check 9',
    ]);
    expect(read('what does the second one cost?', ranked)).toEqual(['price_check 8']);
  });

  it('changes a part of what was asked before', () => {
    expect(read('what about in dresses?', ranked)).toEqual(['best_sellers category=Dresses']);
    expect(read("and in women's?", ranked)).toEqual(['best_sellers category=Jeans department=Women']);
    expect(read('and what about order 12?', { want: { ...blank('order_total', ''), orderId: '7' } })).toEqual([
      'order_total 12',
    ]);
  });

  it('takes an answer to what was asked back', () => {
    const pending: Partial<ShopSlots> = {
      list: { of: 'order', ids: [12345, 12361] },
      isPending: true,
      want: { ...blank('delivery_date', 'when does it come'), which: 'open' },
    };
    for (const answer of ['the second one', '12361', 'number 2', 'order 12361 please']) {
      expect(read(answer, pending)).toEqual(['delivery_date 12361']);
    }
    expect(read('how many Polos are left?', pending)).toEqual(['stock_check Polos']);
  });
});
