import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { cleaned, isTotal } from '../../contracts/cell';
import { type Answer, allowedOf, answerOf } from './answer';
import { attributeOf } from './attribute';
import type { Item } from './item';
import type { AttributeGiven } from './plan';

/** A column of the file among the raw ones, and what it is. */
export interface ItemColumn {
  raw: string;
  column: string;
  item: Item;
}
export interface AttributeColumn {
  raw: string;
  column: string;
  attribute: AttributeGiven;
}

interface Found {
  row: number;
  line: number;
  column: string;
  field: string;
  value: string | null;
  rule: string;
  accepted: boolean;
}

/** Different cells of a column whose answer is remembered. */
const REMEMBERED = 5000;

/** Makes the answers of every row of `raw`: the temp table `answered` (row, attributes, answers, others), and findings. */
export class Responses {
  /** Which of the columns stands first in the file. */
  private readonly first: number;
  private readonly known = new Map<string, Map<string | null, Answer>>();

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly items: ItemColumn[],
    private readonly attributes: AttributeColumn[],
    private readonly mark: ',' | '.',
    private readonly nulls: string[],
  ) {
    for (const { raw } of items) this.known.set(raw, new Map());
    const places = [...items, ...attributes].map(({ raw }) => Number(raw.slice(1)));
    this.first = places.indexOf(Math.min(...places));
  }

  async note(): Promise<void> {
    const { connection } = this;
    await connection.run(
      'CREATE OR REPLACE TEMP TABLE answered("row" INTEGER, attributes VARCHAR, answers VARCHAR, others VARCHAR)',
    );
    const columns = [...this.items, ...this.attributes].map(({ raw }) => raw);
    // read before anything is appended: an appender ends whatever streams on its connection
    const rows = await connection.run(`SELECT ${['"row"', 'line', ...columns].join(', ')} FROM raw`);
    const [answered, findings] = [
      await connection.createAppender('answered'),
      await connection.createAppender('finding'),
    ];
    for await (const chunk of rows.yieldRows()) {
      for (const [row, line, ...cells] of chunk) {
        this.lookForTotal({ row: Number(row), line: Number(line) }, cells as (string | null)[], findings);
        this.take({ row: Number(row), line: Number(line) }, cells as (string | null)[], answered, findings);
      }
      answered.flushSync();
    }
    answered.closeSync();
    findings.closeSync();
  }

  /** A sum below the answers is nobody's: its first cell says so. */
  private lookForTotal(
    at: { row: number; line: number },
    cells: (string | null)[],
    findings: DuckDBAppender,
  ): void {
    const value = cells[this.first];
    if (value === null || value === undefined || !isTotal(cleaned(value))) return;
    const { column } = [...this.items, ...this.attributes][this.first]!;
    append(findings, { ...at, column, field: column, value, rule: 'total_row', accepted: false });
  }

  private take(
    at: { row: number; line: number },
    cells: (string | null)[],
    answered: DuckDBAppender,
    findings: DuckDBAppender,
  ): void {
    const answers: (number | 'NULL')[] = [];
    const others: Record<string, unknown> = {};
    this.items.forEach(({ column, item }, i) => {
      const cell = cells[i]!;
      const answer = this.answer(i, cell);
      const known = 'code' in answer ? answer.code : 'NULL';
      answers[item.position - 1] = known;
      if ('other' in answer) others[item.code] = answer.other;
      const found = foundIn(answer, item, cell);
      if (found) append(findings, { ...at, column, ...found });
    });
    const attributes: Record<string, string> = {};
    this.attributes.forEach(({ column, attribute }, i) => {
      const cell = cells[this.items.length + i]!;
      const value = attributeOf(attribute, this.given(cell));
      if (value === undefined) {
        const field = [...(attribute.codes?.keys() ?? [])].join(', ').slice(0, 300);
        append(findings, { ...at, column, field, value: cell, rule: 'unknown_answer', accepted: false });
      } else if (value !== null) attributes[attribute.name] = value;
    });
    answered.appendInteger(at.row);
    answered.appendVarchar(JSON.stringify(attributes));
    answered.appendVarchar(`{${Array.from(answers, (code) => code ?? 'NULL').join(',')}}`);
    answered.appendVarchar(JSON.stringify(others));
    answered.endRow();
  }

  /** A cell without what means "no value". */
  private given(cell: string | null): string | null {
    return cell !== null && this.nulls.length > 0 && this.nulls.includes(cleaned(cell)) ? null : cell;
  }

  private answer(i: number, cell: string | null): Answer {
    const { raw, item } = this.items[i]!;
    const known = this.known.get(raw)!;
    const before = known.get(cell);
    if (before) return before;
    const answer = answerOf(item, this.given(cell), this.mark);
    if (known.size < REMEMBERED) known.set(cell, answer);
    return answer;
  }
}

function foundIn(
  answer: Answer,
  item: Item,
  cell: string | null,
): Pick<Found, 'field' | 'value' | 'rule' | 'accepted'> | null {
  if ('rule' in answer) return { field: allowedOf(item), value: cell, rule: answer.rule, accepted: false };
  if (answer.isMasked) return { field: item.code, value: cell, rule: 'personal_masked', accepted: true };
  return null;
}

function append(findings: DuckDBAppender, { row, line, column, field, value, rule, accepted }: Found): void {
  findings.appendInteger(row);
  findings.appendInteger(line);
  findings.appendNull();
  findings.appendVarchar(column);
  findings.appendVarchar(field);
  if (value === null) findings.appendNull();
  else findings.appendVarchar(value.slice(0, 1000));
  findings.appendVarchar(rule);
  findings.appendBoolean(accepted);
  findings.endRow();
}
