import { NotFoundException } from '@nestjs/common';

/**
 * The number of a batch as addresses carry it: digits and nothing else, so that 0x1 is not batch 1. A function and no
 * pipe: the pipe of the whole service would have made a number of it before.
 */
export function batchNumber(text: string): number {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (number > 0 && number <= 2_147_483_647) return number;
  throw new NotFoundException('A batch is named by its number, from 1');
}
