import { Link, useParams } from '@tanstack/react-router';
import { one, useAddress } from '../access/address';
import { Head } from '../access/Head';
import { SignedIn } from '../access/SignedIn';
import { useAuthority } from '../pages/authority';
import { FirstDesk } from './FirstDesk';
import { SecondDesk } from './SecondDesk';
import { useCodingSpeech } from './words';
import '../styles/records.css';
import '../styles/coding.css';

/** Which consultation a desk is about, and whose. */
export interface DeskProps {
  consultation: string;
  authority: string;
}

/** The coding desk: contributions of one consultation, coded first or a second time without seeing the first. */
export default function CodingPage() {
  const { coding } = useCodingSpeech();
  return (
    <SignedIn title={coding.title} isWorker>
      {() => <Desk />}
    </SignedIn>
  );
}

function Desk() {
  const { coding } = useCodingSpeech();
  const { _splat = '' } = useParams({ strict: false });
  const { current, org } = useAuthority();
  const [{ isSecond }] = useAddress((raw) => ({ isSecond: one(raw, 'drugie') !== undefined }));
  // a code may hold a slash itself
  const consultation = _splat.replace(/^[^/]*\/?/, '').replace(/\/$/, '');
  const authority = org ?? current?.code;
  if (consultation === '' || authority === undefined)
    return (
      <Head title={coding.title}>
        <p className="lead">{coding.noCode}</p>
        <p>
          <Link to="/$" params={{ _splat: 'rekordy/consultation' }}>
            {coding.choose}
          </Link>
        </p>
      </Head>
    );
  const Kind = isSecond ? SecondDesk : FirstDesk;
  return (
    <>
      <nav className="crumb" aria-label={coding.toList}>
        <Link to="/$" params={{ _splat: 'rekordy/consultation' }}>
          {coding.toList}
        </Link>
      </nav>
      <Kind key={`${authority} ${consultation}`} consultation={consultation} authority={authority} />
    </>
  );
}

/** The two ways to code, as links; the one on show is marked. */
export function Modes({ consultation, isSecond }: { consultation: string; isSecond: boolean }) {
  const { coding } = useCodingSpeech();
  const to = { to: '/$', params: { _splat: `kodowanie/${consultation}` } } as const;
  return (
    <nav className="modes" aria-label={coding.modes}>
      <ul>
        <li>
          <Link {...to} search={{} as object} aria-current={isSecond ? undefined : 'page'}>
            {coding.first}
          </Link>
        </li>
        <li>
          <Link {...to} search={{ drugie: 'tak' } as object} aria-current={isSecond ? 'page' : undefined}>
            {coding.second}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
