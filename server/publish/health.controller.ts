import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

/** For supervisors and load balancers. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process answers and so does its database' })
  async ready(): Promise<{ status: 'ready' }> {
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new ServiceUnavailableException('The database does not answer');
    });
    return { status: 'ready' };
  }
}
