import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INDICATORS } from '../indicators/catalogue';
import { DIAGNOSTICS } from '../indicators/diagnostics';
import { diagnosticView, IndicatorService, indicatorView } from './indicator.service';
import { IndicatorListView, IndicatorPageView } from './indicator.view';
import { OneAuthority, OneQuarter } from './one-authority.filter';
import { OverviewService } from './overview.service';
import { OverviewView } from './overview.view';
import { ReadyAnswers } from './ready';
import { ScoreService } from './score.service';
import { ScoreView } from './score.view';
import { dayInWarsaw } from './today';

/** What was measured and scored. */
@ApiTags('scores')
@Controller()
export class ScoresController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly scores: ScoreService,
    private readonly indicators: IndicatorService,
    private readonly ready: ReadyAnswers,
  ) {}

  @Get('overview')
  @ApiOperation({ summary: 'A quarter of an authority: index, dimensions, indicators, units, consultations' })
  @ApiOkResponse({ type: OverviewView })
  overview(
    @Query() { authority, quarter }: OneQuarter,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.ready.send({ request, reply }, JSON.stringify(['overview', authority, quarter]), () =>
      this.overviews.overview(authority, quarter),
    );
  }

  @Get('indicators')
  @ApiOperation({ summary: 'The catalogue of indicators and diagnostics' })
  @ApiOkResponse({ type: IndicatorListView })
  catalogue(@Req() { url }: FastifyRequest): IndicatorListView {
    return {
      items: INDICATORS.map(indicatorView),
      diagnostics: DIAGNOSTICS.map(diagnosticView),
      meta: { total: INDICATORS.length, snapshot: null, as_of: dayInWarsaw() },
      links: { self: url, next: null },
    };
  }

  @Get('indicators/:code')
  @ApiOperation({ summary: 'One indicator of an authority: trend, distribution, units, values' })
  @ApiOkResponse({ type: IndicatorPageView })
  indicator(
    @Param('code') code: string,
    @Query() { authority }: OneAuthority,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.ready.send({ request, reply }, JSON.stringify(['indicator', code, authority]), () =>
      this.indicators.page(code, authority),
    );
  }

  @Get('consultations/:code/score')
  @ApiOperation({ summary: 'The score of a consultation, explained down to the rows it comes from' })
  @ApiOkResponse({ type: ScoreView })
  score(@Param('code') code: string, @Query() { authority }: OneAuthority): Promise<ScoreView> {
    return this.scores.score(code, authority);
  }
}
