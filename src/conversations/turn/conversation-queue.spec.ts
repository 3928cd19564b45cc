import { ConversationQueue } from './conversation-queue.js';

const never = new AbortController().signal;

describe('ConversationQueue', () => {
  it('lets the turns of one conversation through one after another, in the order they came', async () => {
    const queue = new ConversationQueue();
    const order: string[] = [];
    const turn = async (name: string): Promise<void> => {
      const leave = await queue.enter('a', never);
      order.push(`${name} in`);
      await Promise.resolve();
      order.push(`${name} out`);
      leave();
    };
    await Promise.all([turn('1'), turn('2'), turn('3')]);
    expect(order).toEqual(['1 in', '1 out', '2 in', '2 out', '3 in', '3 out']);
  });

  it('does not let conversations wait for each other', async () => {
    const queue = new ConversationQueue();
    await queue.enter('a', never);
    await expect(queue.enter('b', never)).resolves.toBeInstanceOf(Function);
  });

  it('lets only so many wait for one conversation', async () => {
    const queue = new ConversationQueue();
    const places = Array.from({ length: 128 }, () => queue.enter('a', new AbortController().signal));
    await expect(queue.enter('a', never)).rejects.toMatchObject({ code: 'overloaded' });
    await expect(queue.enter('b', never)).resolves.toBeInstanceOf(Function);
    (await places[0])?.();
    (await places[1])?.();
    await expect(Promise.race([queue.enter('a', never), Promise.resolve('waiting')])).resolves.toBe('waiting');
  });

  it('passes on the place of a turn that gave up waiting', async () => {
    const queue = new ConversationQueue();
    const leaveFirst = await queue.enter('a', never);
    const impatient = new AbortController();
    const second = queue.enter('a', impatient.signal);
    const third = queue.enter('a', never);
    impatient.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    leaveFirst();
    (await third)();
    await Promise.resolve();
    await Promise.resolve();
    expect(queue.size).toBe(0);
  });
});
