import { delimited } from './delimited';
import { json } from './json';
import type { Reader } from './reader';

/** Every reader, asked in this order; the last takes any text. */
export const READERS: Reader[] = [json, delimited];
