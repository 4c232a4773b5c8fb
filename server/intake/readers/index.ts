import { delimited } from './delimited';
import { json } from './json';
import { pabulib } from './pabulib';
import type { Reader } from './reader';
import { xlsx } from './xlsx';

/** Every reader, asked in this order; the last takes any text. */
export const READERS: Reader[] = [xlsx, json, pabulib, delimited];
