import { fork } from 'node:child_process';

/** In a child process: announces itself and answers the parent's commands one after the other. */
export function answerCommands(commands, facts = {}) {
  process.on('message', async ({ id, command, input }) => {
    try {
      process.send({ id, output: await commands[command](input) });
    } catch (error) {
      process.send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ id: 0, output: facts });
}

/** Processor time of this process, in milliseconds, since an earlier reading of `process.cpuUsage()`. */
export function cpuMsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** In the parent: one process of its own for each thing measured. */
export class Child {
  #process;
  #waiting = new Map();
  #nextId = 1;

  static async start(file, { env = {} } = {}) {
    const child = new Child();
    child.#process = fork(file, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.#process.on('message', ({ id, output, error }) => {
      const { resolve, reject } = child.#waiting.get(id);
      child.#waiting.delete(id);
      if (error === undefined) resolve(output);
      else reject(new Error(error));
    });
    child.#process.on('exit', (code) => {
      for (const { reject } of child.#waiting.values()) reject(new Error(`${file} ended with code ${code}`));
      child.#waiting.clear();
    });
    child.facts = await new Promise((resolve, reject) => child.#waiting.set(0, { resolve, reject }));
    return child;
  }

  ask(command, input = {}) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, command, input });
    });
  }

  async stop() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.disconnect();
    await ended;
  }
}
