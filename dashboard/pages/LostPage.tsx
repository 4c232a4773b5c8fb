import { Link } from '@tanstack/react-router';
import { useSpeech } from '../language';
import { useDocumentTitle } from './authority';

/** Says that nothing stands at this address, and leads back to the list. */
export function LostPage() {
  const { words } = useSpeech();
  useDocumentTitle(words.lost.title);
  return (
    <div className="head">
      <h1 className="say" tabIndex={-1}>
        {words.lost.title}
      </h1>
      <p className="lead">{words.lost.text}</p>
      <p className="btns">
        <Link className="btn pri" to="/konsultacje">
          {words.lost.back}
        </Link>
      </p>
    </div>
  );
}
