/** Builds after `npm ci`. Without development dependencies (the image's last stage) there is nothing to build with, nor to build. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/@nestjs/cli') && existsSync('tsconfig.build.json')) {
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
}
