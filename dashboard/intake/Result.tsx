import { useEffect, useRef } from 'react';
import type { ImportView } from '../../server/intake/imports/import.view';
import type { Receipt } from '../../server/intake/imports/import.view';
import { download } from '../access/session';
import { Mark } from '../pages/marks';
import { BatchFindings } from '../pages/BatchFindings';
import { Reconciliation } from '../pages/Reconciliation';
import { Changes } from './Changes';
import { Done } from './Done';
import { placeOf } from './calls';
import { useIntakeSpeech } from './words';

interface Props {
  file: ImportView;
  /** Whether the mapping is another one now than the one that was tried. */
  isOld: boolean;
  header: string[];
  take: () => void;
  /** Whether somebody on this page waited for it. */
  isFresh: boolean;
}

/** What would become of a file, or did; or why nothing came of it. */
export function Result({ file, isOld, header, take, isFresh }: Props) {
  if (file.refusal) return <Refused file={file} />;
  if (!file.receipt) return null;
  const { receipt } = file;
  return (
    <section aria-live="polite">
      <Verdict receipt={receipt} isFresh={isFresh} />
      <Next file={file} receipt={receipt} isOld={isOld} take={take} />
      {file.batch !== null && <Done file={file} header={header} />}
      <Reconciliation batch={receipt} isTried={receipt.dry_run} />
      <Changes receipt={receipt} />
      {receipt.issues.length + receipt.warnings.length > 0 && (
        <BatchFindings batch={findingsOf(receipt)} line={undefined} isOwn />
      )}
    </section>
  );
}

function Refused({ file }: { file: ImportView }) {
  const { intake, formats } = useIntakeSpeech();
  return (
    <section className="alarm" role="alert">
      <Mark shape="square" />
      <div>
        <p className="strong">{intake.refused}</p>
        <p>{file.refusal![formats.language]}</p>
      </div>
    </section>
  );
}

function Verdict({ receipt, isFresh }: { receipt: Receipt; isFresh: boolean }) {
  const { intake } = useIntakeSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);
  return (
    <>
      {receipt.dry_run && (
        <p className="crumb">
          <span className="chip prov">{intake.tried}</span>
        </p>
      )}
      <h2 className="say" tabIndex={-1} ref={heading}>
        {sentenceOf(receipt, intake.verdict)}
      </h2>
    </>
  );
}

type Verdicts = ReturnType<typeof useIntakeSpeech>['intake']['verdict'];

function sentenceOf(receipt: Receipt, verdict: Verdicts): string {
  const { accepted, rows, dry_run: isTried } = receipt;
  const fresh = receipt.new + receipt.changed;
  if (!isTried) return receipt.batch === null ? verdict.unchanged : verdict.taken(accepted);
  if (accepted === 0) return verdict.nothing;
  if (fresh === 0) return verdict.same;
  return accepted === rows ? verdict.clean(rows) : verdict.partly(accepted, rows);
}

function Next({ file, receipt, isOld, take }: Omit<Props, 'header' | 'isFresh'> & { receipt: Receipt }) {
  const { intake, formats } = useIntakeSpeech();
  const found = receipt.issues.length + receipt.warnings.length > 0;
  const language = `?lang=${formats.language}`;
  const stem = file.file.replace(/\.\w+$/, '');
  const get = (name: string, as: string) => () => void download(`${placeOf(file.id)}/${name}${language}`, as);
  const canTake = receipt.dry_run && receipt.new + receipt.changed > 0;
  return (
    <>
      <p className="btns on-screen">
        {canTake && (
          <button type="button" className="btn pri" disabled={isOld} onClick={take}>
            {intake.take(receipt.accepted)}
          </button>
        )}
        {found && (
          <>
            <button type="button" className="btn" onClick={get('marked.xlsx', `${stem}-busola.xlsx`)}>
              {intake.marked}
            </button>
            <button type="button" className="btn" onClick={get('findings.csv', `${stem}-busola.csv`)}>
              {intake.csv}
            </button>
          </>
        )}
      </p>
      {canTake && isOld && <p className="hint">{intake.changedSince}</p>}
    </>
  );
}

/** Findings as a batch has them. */
const findingsOf = ({ issues, warnings, issues_total, warnings_total }: Receipt) => ({
  findings_total: issues_total + warnings_total,
  findings: [
    ...issues.map((one) => ({ ...one, accepted: false })),
    ...warnings.map((one) => ({ ...one, accepted: true })),
  ].sort((a, b) => a.line - b.line),
});
