import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const benchRoot = join(import.meta.dirname, '..');
export const productRoot = join(benchRoot, '..');

const require = createRequire(join(productRoot, 'package.json'));

/** A package as the product itself sees it; the folder of the benchmarks has its own copy of some. */
export const importOfProduct = (name) => import(pathToFileURL(require.resolve(name)).href);

/** A file of the built product, e.g. `src/platform/index.js`. */
export const importBuilt = (file) => import(pathToFileURL(join(productRoot, 'dist', file)).href);
