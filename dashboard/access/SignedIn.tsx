import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type { SessionView } from '../../server/access/session.view';
import { isMarked } from '../mark';
import { Pending } from '../pages/Waiting';
import { hereNow } from './address';
import { EndedSession } from './EndedSession';
import { Head } from './Head';
import { isOver } from './roles';
import { useSession } from './SignInPage';
import { useAccessSpeech } from './words';

interface Props {
  title: string;
  /** Whether only administrators see it. */
  isAdmin?: boolean;
  /** Whether only those see it who bring records in. */
  isWorker?: boolean;
  children: (session: SessionView) => ReactNode;
}

export const administers = ({ roles }: SessionView): boolean => roles.some(({ role }) => role === 'admin');

export const worksOnRecords = ({ roles }: SessionView): boolean =>
  roles.some((role) => ['steward', 'analyst'].includes(role.role) && !isOver(role));

/** A page for whoever is signed in; anybody else is led to the sign-in and back. */
export function SignedIn({ title, isAdmin = false, isWorker = false, children }: Props) {
  const { own } = useAccessSpeech();
  const { session, error, retry } = useSession();
  useLeadToSignIn(session);
  if (!session?.person)
    return (
      <Head title={title}>
        <Pending of={{ error, retry }} rows={5} />
      </Head>
    );
  const isRefused = (isAdmin && !administers(session)) || (isWorker && !worksOnRecords(session));
  if (isRefused)
    return (
      <Head title={title}>
        <p className="lead">{isAdmin ? own.onlyAdmin : own.onlyWorkers}</p>
      </Head>
    );
  return (
    <>
      {children(session)}
      <EndedSession session={session} />
    </>
  );
}

function useLeadToSignIn(session: SessionView | undefined) {
  const navigate = useNavigate();
  const isNobody = session?.person === null;
  useEffect(() => {
    if (!isNobody) return;
    const search = { powrot: hereNow(), powod: wasMarked ? 'koniec' : undefined };
    void navigate({ to: '/$', params: { _splat: 'logowanie' }, search: search as object, replace: true });
  }, [isNobody, navigate]);
}

/** Before the first look-up takes the mark away. */
const wasMarked = isMarked();
