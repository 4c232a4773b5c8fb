import { useSession } from '../access/SignInPage';
import { bringsIn } from './ImportPage';
import { DropZone } from './DropZone';
import { MyImports } from './MyImports';
import { useIntakeSpeech } from './words';

/** The place for files above the list of those that came in, for whoever may bring some. */
export default function BringIn() {
  const { intake } = useIntakeSpeech();
  const { session } = useSession();
  if (!session?.person || !bringsIn(session)) return null;
  return (
    <>
      <section aria-label={intake.title} className="on-screen">
        <DropZone />
      </section>
      <MyImports />
    </>
  );
}
