import type { Diagnostic } from './indicator';
import { X1 } from './x1';
import { X2 } from './x2';
import { X3 } from './x3';
import { X4 } from './x4';
import { X5 } from './x5';
import { X6 } from './x6';
import { X7 } from './x7';

/** Every diagnostic, in the order of pages and files. A new one is its file, its test and a line here. */
export const DIAGNOSTICS: Diagnostic[] = [X1, X2, X3, X4, X5, X6, X7];
