import type { RecordType } from '../contracts/record-type';
import { Refusal } from '../store/home';

/**
 * For the error of a statement that writes a record made from a mapping: throws `Refusal` where a rule over several
 * fields of the type is broken, else the error as it is.
 */
export const refuseContradiction =
  ({ name, rules }: RecordType) =>
  (error: { constraint?: string }): never => {
    const rule = rules.find(({ constraint }) => constraint === error.constraint);
    if (!rule) throw error;
    const fields = rule.columns.join(', ');
    throw new Refusal(
      `Mapowanie, ${name}: ${fields} nie pasują do siebie (${rule.constraint})`,
      `Mapping, ${name}: ${fields} do not go together (${rule.constraint})`,
    );
  };
