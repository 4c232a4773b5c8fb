import { type DuckDBConnection, DuckDBTableFunction } from '@duckdb/node-api';
import type { BinaryDecoder } from './binary';
import { COLUMNS } from './column';
import { identifier } from '../intake/duckdb';
import type { MirroredTable } from './mirrored-table';

const NAME = 'incoming_rows';

/**
 * Rows on their way into DuckDB as a function that a statement reads from: this thread decodes a vector of them when
 * it is asked for one, DuckDB's own threads store and compress them, and the event loop answers meanwhile.
 */
export class Inlet {
  private table: MirroredTable | null = null;
  private decoder: BinaryDecoder | null = null;

  constructor(private readonly connection: DuckDBConnection) {
    connection.registerTableFunction(
      DuckDBTableFunction.create({
        name: NAME,
        bindFunction: (info) => {
          for (const { name, type } of this.table!.columns) info.addResultColumn(name, COLUMNS[type].duck);
        },
        initFunction: (info) => info.setMaxThreads(1),
        mainFunction: (info, { chunk }) => {
          try {
            this.decoder!.fill(chunk);
          } catch (error) {
            info.setError((error as Error).message);
          }
        },
      }),
    );
  }

  /** Inserts what the decoder has at hand, and what it is given while that goes on. */
  async drain(decoder: BinaryDecoder, table: MirroredTable, into: string): Promise<void> {
    this.table = table;
    this.decoder = decoder;
    await this.connection.run(`INSERT INTO ${into.split('.').map(identifier).join('.')} FROM ${NAME}()`);
  }
}
