import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { note } from '../access/audit';
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
@ApiTags('snapshot')
@Controller('snapshot')
export class SnapshotController {
  constructor(
    private readonly mirror: Mirror,
    private readonly dataSource: DataSource,
  ) {}

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Bring the mirror up to the present records; says its number and how many rows changed',
  })
  async refresh(@Req() { caller }: FastifyRequest): Promise<RefreshAnswer> {
    const answer = await refreshed(this.mirror);
    const { snapshot, changed, rebuilt } = answer;
    const detail = { changed, rebuilt };
    await note(this.dataSource, caller, {
      action: 'snapshot_refreshed',
      object: `snapshot ${snapshot}`,
      detail,
    });
    return answer;
  }
}
