import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { spawnCommand } from '../support/spawn-app.js';

/** What an application that failed half-way leaves behind: something that would keep the process alive for ever. */
const SOMETHING_OPEN = '--import=data:text/javascript,setInterval(()=>{},1e6)';
/** Looked at by `doctor`, never made. */
const DATA_DIR = join(tmpdir(), 'rapport-never-made');

describe('the command line', () => {
  it('ends with its error and exit code though something is still open', async () => {
    const { code, stderr } = await spawnCommand(['no-such-command'], { NODE_OPTIONS: SOMETHING_OPEN }).exited;
    expect(code).toBe(64);
    expect(stderr).toContain('Commands:');
  });

  it('says everything before it ends', async () => {
    const { code, stdout } = await spawnCommand(['doctor'], { DATA_DIR, NODE_OPTIONS: SOMETHING_OPEN }).exited;
    expect(stdout).toMatch(/Everything a start needs is there\.\n$/);
    expect(code).toBe(0);
  });

  it('finishes quietly when its reader has left', async () => {
    const command = spawnCommand(['doctor'], { DATA_DIR });
    command.child.stdout?.destroy();
    const { code, stderr } = await command.exited;
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
