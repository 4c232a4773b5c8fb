import type { LinkView } from '../../server/access/session.view';
import { Secret } from '../access/Secret';
import { usePeopleSpeech } from './words';

/** A one-time link just made, as it is given to its person. */
export function InvitationLink({ title, made: { link, ends_at } }: { title: string; made: LinkView }) {
  const { people, formats } = usePeopleSpeech();
  return (
    <Secret
      key={link}
      title={title}
      text={people.invitationText(formats.instant(ends_at))}
      secret={location.origin + link}
      copy={people.copyLink}
    />
  );
}
