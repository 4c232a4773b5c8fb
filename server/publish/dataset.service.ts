import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { METHOD } from '../indicators/method';
import { HOME } from '../intake/intake.controller';
import { ScoresService, type Run } from '../scores/scores.service';
import type { Reading } from '../snapshot/mirror';
import type { Home } from '../store/home';
import { writeArrow } from './arrow';
import { AuthorityService } from './authority.service';
import { csvOf, type Dialect, EXCEL, headLine, lineSql, MACHINE } from './csv';
import { type Dataset, DATASETS } from './datasets';
import type { DatasetFileView, DatasetListView, DatasetView } from './dataset.view';
import { NotThere } from '../access/refused';
import { dayInWarsaw } from './today';

/** A way to take a data set home: what is put behind its name, what it is, and how it is made. */
const FORMATS = {
  csv: { suffix: '.csv', type: 'text/csv; charset=utf-8; header=present' },
  excel_csv: { suffix: '.pl.csv', type: 'text/csv; charset=utf-8; header=present' },
  arrow: { suffix: '.arrow', type: 'application/vnd.apache.arrow.stream' },
  codebook_csv: { suffix: '.codebook.csv', type: 'text/csv; charset=utf-8; header=present' },
} as const;
type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** A file that is ready to be sent. */
export interface Ready {
  path: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
}

interface Wanted {
  authority: { id: number; code: string };
  dataset: Dataset;
  format: Format;
}

/** Tables of an authority as files: made once for each state of the records and day, then sent as they lie. */
@Injectable()
export class DatasetService {
  private readonly making = new Map<string, Promise<Ready>>();

  constructor(
    private readonly scores: ScoresService,
    private readonly authorities: AuthorityService,
    @Inject(HOME) private readonly home: Home,
  ) {}

  async list(authorityCode: string | undefined): Promise<DatasetListView> {
    const authority = await this.authorities.find(authorityCode);
    return this.scores.read(dayInWarsaw(), async (reading, run) => {
      const items: DatasetView[] = [];
      for (const dataset of DATASETS) {
        const [counted] = await reading.query<{ rows: number }>(
          `SELECT count(*) AS rows FROM ${dataset.from(authority.id)}`,
        );
        const files: DatasetFileView[] = [];
        for (const format of FORMAT_NAMES)
          files.push(await this.fileView(reading, run, { authority, dataset, format }));
        const { code, label, about, columns } = dataset;
        items.push({
          code,
          label,
          about,
          rows: counted!.rows,
          columns: columns.map(({ name, type, label: words }) => ({ name, type, label: words })),
          files,
        });
      }
      const [named] = await reading.query<{ name_pl: string; name_en: string | null }>(
        `SELECT name_pl, name_en FROM authority WHERE id = ${authority.id}`,
      );
      return {
        authority: authority.code,
        items,
        citation: citationOf(named!, run),
        licence: 'CC BY 4.0',
        meta: run,
      };
    });
  }

  /** @param file name of a data set with the suffix of a format, for example `consultations.csv` */
  async file(file: string, authorityCode: string | undefined): Promise<Ready> {
    const authority = await this.authorities.find(authorityCode);
    const found = DATASETS.flatMap((dataset) =>
      FORMAT_NAMES.map((format) => ({ authority, dataset, format })),
    ).find(({ dataset, format }) => dataset.code + FORMATS[format].suffix === file);
    if (!found) {
      const names = DATASETS.flatMap(({ code }) =>
        FORMAT_NAMES.map((format) => code + FORMATS[format].suffix),
      ).join(', ');
      throw new NotThere(
        `Nie ma pliku „${file}”; są: ${names}`,
        `There is no file “${file}”; there are: ${names}`,
      );
    }
    return this.scores.read(dayInWarsaw(), (reading, run) => this.ready(reading, run, found));
  }

  private async fileView(reading: Reading, run: Run, wanted: Wanted): Promise<DatasetFileView> {
    const { name, bytes, sha256 } = await this.ready(reading, run, wanted);
    const { dataset, format, authority } = wanted;
    const href = `/api/v1/datasets/${dataset.code}${FORMATS[format].suffix}?authority=${encodeURIComponent(authority.code)}`;
    return { format, href, file_name: name, bytes, sha256 };
  }

  /** One maker a file: who comes meanwhile waits for it. */
  private ready(reading: Reading, run: Run, wanted: Wanted): Promise<Ready> {
    const { authority, dataset, format } = wanted;
    const key = `${run.method}-${run.snapshot}-${run.as_of}`;
    const name = `${safe(authority.code)}_${dataset.code}_${run.as_of}${FORMATS[format].suffix}`;
    const path = join(this.home.mirror, 'datasets', key, `${authority.id}-${name}`);
    const known = this.making.get(path);
    if (known) return known;
    const made = this.make(reading, { ...wanted, path, name });
    this.making.set(path, made);
    made.catch(() => this.making.delete(path));
    return made;
  }

  private async make(
    reading: Reading,
    { authority, dataset, format, path, name }: Wanted & { path: string; name: string },
  ): Promise<Ready> {
    await this.forgetOld(path);
    const draft = `${path}.part`;
    const from = dataset.from(authority.id);
    if (format === 'codebook_csv') await writeFile(draft, codebookOf(dataset));
    else if (format === 'arrow') {
      const cells = dataset.columns.map(({ sql, type }) =>
        type === 'list' ? `array_to_string(${sql}, '|')` : sql,
      );
      await writeArrow(
        draft,
        dataset.columns,
        reading.stretches(`SELECT ${cells.join(', ')} FROM ${from} ORDER BY ${dataset.order}`),
      );
    } else await writeCsv(reading, { dataset, from, draft, dialect: format === 'csv' ? MACHINE : EXCEL });
    await rename(draft, path);
    return {
      path,
      name,
      type: FORMATS[format].type,
      bytes: (await stat(path)).size,
      sha256: await digestOf(path),
    };
  }

  /** Files of earlier states are made anew if anybody asks: releases are what keeps. */
  private async forgetOld(path: string): Promise<void> {
    const folder = join(path, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const root = join(folder, '..');
    for (const name of await readdir(root)) {
      if (join(root, name) === folder) continue;
      for (const kept of this.making.keys()) if (kept.startsWith(join(root, name))) this.making.delete(kept);
      await rm(join(root, name), { recursive: true, force: true });
    }
  }
}

async function writeCsv(
  reading: Reading,
  { dataset, from, draft, dialect }: { dataset: Dataset; from: string; draft: string; dialect: Dialect },
): Promise<void> {
  const body = `${draft}.body`;
  // the line is whole already: DuckDB must neither quote it nor cut it
  await reading.copy(
    `SELECT ${lineSql(dataset.columns, dialect)} AS line FROM ${from} ORDER BY ${dataset.order}`,
    body,
    `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x1e'`,
  );
  await writeFile(
    draft,
    headLine(
      dataset.columns.map(({ name }) => name),
      dialect,
    ),
  );
  for await (const chunk of createReadStream(body)) await appendFile(draft, chunk as Buffer);
  await rm(body);
}

const codebookOf = ({ columns }: Dataset): string =>
  csvOf([
    ['name', 'type', 'label_pl', 'label_en'],
    ...columns.map(({ name, type, label }) => [name, type, label.pl, label.en]),
  ]);

const safe = (code: string) => code.replace(/[^\p{L}\p{N}._-]/gu, '_');

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function citationOf(
  { name_pl, name_en }: { name_pl: string; name_en: string | null },
  { as_of, snapshot }: Run,
) {
  const year = as_of.slice(0, 4);
  return {
    pl: `Obserwatorium Partycypacji Busola (${year}). Skuteczność konsultacji: ${name_pl}. Stan na ${as_of}, migawka ${snapshot}, metoda ${METHOD.version} [zbiór danych, wstępny, niewydany].`,
    en: `Busola Participation Observatory (${year}). Effectiveness of consultations: ${name_en ?? name_pl}. As of ${as_of}, snapshot ${snapshot}, method ${METHOD.version} [data set, preliminary, not released].`,
  };
}
