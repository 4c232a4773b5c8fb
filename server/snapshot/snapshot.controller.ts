import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HolderOfTheHome } from '../access/policy';
import { Mirror } from './mirror';
import type { Reason } from './refresh';

/** What `refresh` answers. */
export interface RefreshAnswer {
  snapshot: number;
  taken_at: string;
  /** Rows written plus rows taken out. */
  changed: number;
  /** Why everything was loaded anew; null where it was not. */
  rebuilt: Reason | null;
}

/** Asks the mirror to catch up, in the form of the API and the command line. */
export async function refreshed(mirror: Mirror): Promise<RefreshAnswer> {
  const { snapshot, changed, rebuilt } = await mirror.refresh();
  return { snapshot: snapshot.number, taken_at: snapshot.taken_at, changed, rebuilt };
}

/** The state of the records that figures are made from. */
@HolderOfTheHome()
@ApiTags('snapshot')
@Controller('snapshot')
export class SnapshotController {
  constructor(private readonly mirror: Mirror) {}

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Bring the mirror up to the present records; says its number and how many rows changed',
  })
  refresh(): Promise<RefreshAnswer> {
    return refreshed(this.mirror);
  }
}
