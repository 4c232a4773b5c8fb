import type { SessionView } from '../../server/access/session.view';
import type { ImportView } from '../../server/intake/imports/import.view';
import { one, useAddress } from '../access/address';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { SignedIn } from '../access/SignedIn';
import { Pending } from '../pages/Waiting';
import { placeOf } from './calls';
import { DropZone } from './DropZone';
import { FilePart } from './FilePart';
import { MyImports } from './MyImports';
import { useIntakeSpeech } from './words';

/** Bringing a file in: dropping it, or the file that the address names. */
export default function ImportPage() {
  const { intake } = useIntakeSpeech();
  return (
    <SignedIn title={intake.title}>{(session) => (bringsIn(session) ? <Intake /> : <NoRole />)}</SignedIn>
  );
}

export const bringsIn = ({ roles }: SessionView): boolean =>
  roles.some(({ role }) => role === 'steward' || role === 'analyst');

function NoRole() {
  const { intake } = useIntakeSpeech();
  return (
    <Head title={intake.title}>
      <p className="lead">{intake.needRole}</p>
    </Head>
  );
}

function Intake() {
  const { intake } = useIntakeSpeech();
  const [{ id }] = useAddress((raw) => ({ id: one(raw, 'plik') }));
  if (id !== undefined) return <OneFile key={id} id={id} />;
  return (
    <>
      <Head title={intake.title} />
      <section aria-label={intake.drop}>
        <DropZone />
      </section>
      <MyImports />
    </>
  );
}

function OneFile({ id }: { id: string }) {
  const { intake } = useIntakeSpeech();
  const { data, error, reload } = useLive<ImportView>(placeOf(id));
  if (data) return <FilePart file={data} reload={reload} />;
  return (
    <Head title={intake.title}>
      <Pending of={{ error, retry: () => void reload() }} rows={8} />
    </Head>
  );
}
