import { useParams } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import LostPage from '../access/LostPage';
import { Waiting } from './Waiting';

export { Broken } from '../access/Broken';
export { PersonMenu } from '../access/PersonMenu';

const SignInPage = lazy(() => import('../access/SignInPage'));
const LinkPage = lazy(() => import('../access/LinkPage'));
const AccountPage = lazy(() => import('../access/AccountPage'));
const PeoplePage = lazy(() => import('../people/PeoplePage'));
const CodingPage = lazy(() => import('../coding/CodingPage'));
const RecordsPage = lazy(() => import('../records/RecordsPage'));
const AuditPage = lazy(() => import('../audit/AuditPage'));
const SurveysPage = lazy(() => import('../surveys/SurveysPage'));
const ImportPage = lazy(() => import('../intake/ImportPage'));

/** Pages that few people open, and those of surveys, by their path. A new one is a line here: the first script stays as small as it is. */
const OTHERS: Record<string, ReactElement> = {
  logowanie: <SignInPage />,
  zaproszenie: <LinkPage />,
  konto: <AccountPage />,
  osoby: <PeoplePage />,
  dziennik: <AuditPage />,
  wczytaj: <ImportPage />,
};

/** The same for pages that have others below them; those read the rest of the path themselves. */
const FOLDERS: Record<string, ReactElement> = {
  rekordy: <RecordsPage />,
  kodowanie: <CodingPage />,
  ankiety: <SurveysPage />,
};

/** Whatever stands at an address that no other page has. */
export function OtherPage() {
  const { _splat = '' } = useParams({ strict: false });
  const path = _splat.replace(/\/$/, '');
  return <Suspense fallback={<Waiting rows={5} />}>{pageAt(path)}</Suspense>;
}

function pageAt(path: string): ReactElement {
  const [folder = ''] = path.split('/', 1);
  if (Object.hasOwn(OTHERS, path)) return OTHERS[path]!;
  return Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder]! : <LostPage />;
}
