import { type Queue } from '../platform/index.js';

export const IMPORT_QUEUE: Queue<{ importId: string }> = { name: 'imports.run' };
export const RESUME_QUEUE: Queue<object> = { name: 'imports.resume' };
