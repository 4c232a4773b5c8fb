import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller';
import type { Home } from '../../store/home';
import { IntakeService } from '../intake.service';
import { readOptionsOf } from '../read-options';
import { openTable } from '../understand';
import { findingsCsv, type Language, readFindings } from './findings';
import { findingsOf } from './import.file';
import { ImportService } from './import.service';
import { markedCopy } from './marked';

/** What goes back to whoever brought a file: what was found in it, and the file itself with its faults marked. */
@Injectable()
export class ImportCopies {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly home: Home,
    private readonly intake: IntakeService,
    private readonly imports: ImportService,
  ) {}

  /** What was found in a file, as CSV. Throws `NotThere` where it was not checked yet. */
  async findings(id: string, by: Caller, language: Language): Promise<Readable> {
    const { type } = await this.imports.checked(id, by);
    return Readable.from(findingsCsv(type, readFindings(findingsOf(this.home, id)), language));
  }

  /**
   * A copy of the file as a workbook with its faults marked. Throws `NotThere` where it was not checked yet. One is made
   * after another: each may take hundreds of megabytes.
   */
  marked(id: string, by: Caller, language: Language): Promise<Readable> {
    const own = this.last.then(() => this.mark(id, by, language));
    this.last = own.catch(() => undefined);
    return own;
  }

  private async mark(id: string, by: Caller, language: Language): Promise<Readable> {
    const { request, type } = await this.imports.checked(id, by);
    const target = join(this.home.imports, id, `marked-${randomUUID()}.xlsx`);
    await this.intake.aside(async (connection, folder) => {
      const table = await openTable(request, readOptionsOf(request.mapping?.['read']), folder);
      const copy = { folder, source: request.path, target, table, connection, type, language };
      await markedCopy(copy, readFindings(findingsOf(this.home, id)));
    });
    const stream = createReadStream(target);
    // it is read from its beginning to its end all the same
    stream.once('open', () => void rm(target, { force: true }));
    return stream;
  }
}
