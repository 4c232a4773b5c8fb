import { useEffect, useRef, useState } from 'react';
import type { ImportPreview, ImportView } from '../../server/intake/imports/import.view';
import { Alarm } from '../access/Alarm';
import { addressOf } from '../access/address';
import { Refused } from '../api';
import { Head } from '../access/Head';
import { useLabels } from '../language';
import { sizeOf } from '../data/size';
import { Pending } from '../pages/Waiting';
import { previewOf, run } from './calls';
import { Content } from './Content';
import { firstMapping, isKept, type Mapping, plain } from './mapping';
import { shaped } from './shape';
import { Reading, Unreadable } from './Reading';
import { FirstRows } from './FirstRows';
import { Result } from './Result';
import { Missing, useMissing } from './Missing';
import { Running } from './Running';
import { useIntakeSpeech } from './words';

interface Props {
  file: ImportView;
  reload: () => Promise<void>;
}

/** One file on its way: how it reads, what it is, what would become of it, what did. */
export function FilePart({ file, reload }: Props) {
  const { preview, mapping, setMapping, error, read, given } = useReading(file);
  const [failure, setFailure] = useState<Error | null>(null);
  const [isFresh, setFresh] = useState(false);
  const isRunning = file.state === 'running';
  useWhile(isRunning, reload);
  const begin = (dryRun: boolean) => {
    setFailure(null);
    setFresh(true);
    run(file.id, mapping!, dryRun).then(reload, setFailure);
  };
  const isOld = plain(shaped(file.request?.['mapping'])) !== plain(mapping);
  const result = { file, isOld, header: preview?.header ?? [], take: () => begin(false), isFresh };
  return (
    <>
      <FileHead file={file} />
      {isRunning ? <Running file={file} reload={reload} /> : <Result {...result} />}
      {!(preview && mapping) && <NotRead name={file.file} {...{ error, given, read }} />}
      {preview && mapping && (
        <>
          <Reading preview={preview} mapping={mapping} read={read} error={error} />
          <FirstRows preview={preview} />
          {preview.doubts.length === 0 && (
            <>
              <Content preview={preview} mapping={mapping} onChange={setMapping} />
              <Try file={file} mapping={mapping} begin={() => begin(true)} failure={failure} />
            </>
          )}
        </>
      )}
    </>
  );
}

interface NotReadProps {
  name: string;
  error: Error | undefined;
  given: Mapping['read'];
  read: (options: Mapping['read']) => void;
}

function NotRead({ name, error, given, read }: NotReadProps) {
  if (error instanceof Refused) return <Unreadable file={name} error={error} given={given} read={read} />;
  return <Pending of={{ error, retry: () => read(given) }} rows={6} />;
}

interface TryProps {
  file: ImportView;
  mapping: Mapping;
  begin: () => void;
  failure: Error | null;
}

function Try({ file, mapping, begin, failure }: TryProps) {
  const { intake } = useIntakeSpeech();
  const missing = useMissing(mapping);
  const isBusy = file.state === 'running';
  return (
    <section className="on-screen">
      <Alarm error={failure} />
      <Missing of={missing} />
      <p className="btns">
        <button type="button" className="btn pri" disabled={isBusy || missing.length > 0} onClick={begin}>
          {file.receipt ? intake.tryAgain : intake.try}
        </button>
        <span className="hint">{intake.tryNote}</span>
      </p>
    </section>
  );
}

function FileHead({ file }: { file: ImportView }) {
  const { intake, formats, words } = useIntakeSpeech();
  const { value, unit } = sizeOf(file.bytes);
  const size = `${formats.number(unit === 'MB' ? Math.round(value * 10) / 10 : value)} ${unit}`;
  return (
    <>
      <div className="crumb">
        <a href={addressOf('zasilanie')}>{words.intakePage}</a>
        <a href={addressOf('wczytaj')}>{intake.another}</a>
      </div>
      <Head title={file.file}>
        <p className="lead">{intake.lead(size, formats.instant(file.kept_until))}</p>
      </Head>
    </>
  );
}

/** How the file reads, and the mapping as it stands: the one asked for last, else the one proposed. */
function useReading({ id, request }: ImportView) {
  const { codebook } = useLabels();
  const asked = request?.['mapping'];
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(isKept(asked) ? shaped(asked) : null);
  const [error, setError] = useState<Error | undefined>(undefined);
  const [given, setGiven] = useState<Mapping['read']>(mapping?.read ?? {});
  const asks = useRef(0);
  const read = (options: Mapping['read']) => {
    setError(undefined);
    setGiven(options);
    // an answer that comes after the next question has been asked says nothing any more
    const mine = ++asks.current;
    const current = <T,>(take: (value: T) => void) => {
      return (value: T) => void (mine === asks.current && take(value));
    };
    const show = (found: ImportPreview) => {
      setPreview(found);
      setMapping((now) => {
        const fits = now && hasSameColumns(found, preview);
        return fits ? { ...now, read: options } : firstMapping(found, options, codebook);
      });
    };
    previewOf(id, options).then(current(show), current(setError));
  };
  // the options that were asked for last, once
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => read(given), [id]);
  return { preview, mapping, setMapping, error, read, given };
}

const hasSameColumns = (found: ImportPreview, before: ImportPreview | null): boolean =>
  before === null || found.header.join('\0') === before.header.join('\0');

const AGAIN_MS = 400;

/** Asks again and again while something is under way. */
function useWhile(isRunning: boolean, reload: () => Promise<void>) {
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, reload]);
}
