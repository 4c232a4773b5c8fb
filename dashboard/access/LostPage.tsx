import { Link } from '@tanstack/react-router';
import { Head } from './Head';
import { useAccessSpeech } from './words';

/** Says that nothing stands at this address, and leads back to the list. */
export default function LostPage() {
  const { words, own } = useAccessSpeech();
  return (
    <Head title={own.lost.title} isSentence>
      <p className="lead">{own.lost.text}</p>
      <p className="btns">
        <Link className="btn pri" to="/konsultacje">
          {words.lost.back}
        </Link>
      </p>
    </Head>
  );
}
