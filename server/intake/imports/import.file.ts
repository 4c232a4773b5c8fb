import { join } from 'node:path';
import type { Home } from '../../store/home';

/** Where the file of an import is kept. */
export const fileOf = (home: Home, id: string): string => join(home.imports, id, 'file');

/** Where what was found in it is kept. */
export const findingsOf = (home: Home, id: string): string => join(home.imports, id, 'findings.jsonl');
