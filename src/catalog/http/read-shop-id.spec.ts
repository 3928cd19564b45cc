import { readShopId } from './read-shop-id.js';

describe('readShopId', () => {
  it('takes whole numbers as the shop writes them', () => {
    expect([readShopId('1'), readShopId('12345')]).toEqual([1, 12345]);
  });

  it.each(['', '0', '-1', '01', '1.0', '1e3', '12in', ' 1', '99999999999999999', 'popular'])('takes no %j', (text) => {
    expect(readShopId(text)).toBeUndefined();
  });
});
