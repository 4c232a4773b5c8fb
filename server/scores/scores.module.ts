import { Module } from '@nestjs/common';
import { ScoresService } from './scores.service';

/** Indicators of the mirrored records, aggregated and explained. */
@Module({ providers: [ScoresService], exports: [ScoresService] })
export class ScoresModule {}
