import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { RECORD_TYPES, RESPONSES } from './contracts/record-type';
import { openApi } from './http';
import { indicatorCards, writtenPlan } from './indicators/written';
import { dataSourceOptions } from './store/data-source';
import type { Foundation } from './store/foundation';
import { homeAt } from './store/home';
import { readSettings } from './store/settings';

/** Documents made from the code: name below docs/ -> text. A test holds the committed files against them. */
export async function documents(): Promise<Record<string, string>> {
  return {
    'openapi.json': `${JSON.stringify(await describedApi(), null, 1)}\n`,
    'codebook.md': codebook(),
    'indicators.md': indicatorCards(),
    'plan.sql': writtenPlan(),
  };
}

/** The API described without a database: the description needs the routes and the views, not the data. */
async function describedApi(): Promise<object> {
  const settings = readSettings({});
  const dataSource = Object.assign(new DataSource(dataSourceOptions('postgres://nowhere')), {
    isInitialized: true,
    destroy: () => Promise.resolve(),
  });
  const foundation = {
    settings,
    home: homeAt(settings.home),
    lock: { token: '' },
    dataSource,
  } as unknown as Foundation;
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on(foundation),
    new FastifyAdapter(),
    { logger: false },
  );
  app.setGlobalPrefix('api/v1');
  const document = openApi(app);
  await app.close();
  return document;
}

function codebook(): string {
  const types = [...RECORD_TYPES, RESPONSES].map(({ name, label, fields, rules, identity }) => {
    const rows = fields.map(({ name: field, label: words, kind, required, codes, min, max, of }) => {
      const limits = codes
        ? Object.keys(codes).join(', ')
        : of
          ? `code of a ${of}`
          : kind === 'text' || kind === 'texts' || kind === 'url' || kind === 'pseudonym'
            ? `at most ${max} characters`
            : min === undefined
              ? 'made of many columns'
              : `${min} – ${max}`;
      return `| \`${field}\` | ${words.pl} | ${words.en} | ${kind}${required ? ', required' : ''} | ${limits} |`;
    });
    const kept = rules.map(({ constraint, rule, sql }) => `- \`${constraint}\` (\`${rule}\`): \`${sql}\``);
    return [
      `## ${name}`,
      '',
      `${label.pl} / ${label.en}; one record per authority and ${identity.map((field) => `\`${field}\``).join(', ')}.`,
      '',
      '| field | po polsku | in English | kind | allowed |',
      '|---|---|---|---|---|',
      ...rows,
      ...(kept.length > 0 ? ['', 'Rules over several cells:', '', ...kept] : []),
    ].join('\n');
  });
  return `# Codebook\n\nMade from the contracts by \`npm run generate\`. An empty cell means "not recorded".\n\n${types.join('\n\n')}\n`;
}
