import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OneAuthority } from './one-authority.filter';
import { ReadyAnswers } from './ready';
import { OneSurvey } from './survey.filter';
import { SurveyService } from './survey.service';
import { SurveyListView, SurveyView } from './survey.view';

/** What people answered when they were asked. */
@ApiTags('surveys')
@Controller('surveys')
export class SurveyController {
  constructor(
    private readonly surveys: SurveyService,
    private readonly ready: ReadyAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Surveys of an authority, the latest first' })
  @ApiOkResponse({ type: SurveyListView })
  list(
    @Query() { authority }: OneAuthority,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.ready.send({ request, reply }, JSON.stringify(['surveys', authority]), () =>
      this.surveys.list(authority, request.url),
    );
  }

  @Get(':code')
  @ApiOperation({
    summary: 'Results of a survey: bases, answers, means with their sampling error, breakdowns, waves',
  })
  @ApiOkResponse({ type: SurveyView })
  survey(
    @Param('code') code: string,
    @Query() { authority, by }: OneSurvey,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.ready.send({ request, reply }, JSON.stringify(['survey', code, authority, by]), () =>
      this.surveys.survey(code, { authority, by }, request.url),
    );
  }
}
