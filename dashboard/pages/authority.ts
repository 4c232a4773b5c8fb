import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAnswer } from '../answers';
import { authoritiesOf } from '../api';
import { inLanguage, useSpeech } from '../language';

/** The authority that the address names, or else the default one, with its name in the page's language. */
export function useAuthority() {
  const { org } = useSearch({ strict: false });
  const { formats } = useSpeech();
  const { data } = useAnswer(authoritiesOf());
  const items = data?.items ?? [];
  const current = items.find(({ code, default: chosen }) => (org ? code === org : chosen));
  const known = current && inLanguage(current.name, formats.language);
  return { org, items, current, name: known?.text ?? current?.code ?? org ?? null };
}

/** Names the page in the browser's title. */
export function useDocumentTitle(page: string) {
  const { name } = useAuthority();
  useEffect(() => {
    document.title = [page, 'Busola', name].filter(Boolean).join(' · ');
  }, [page, name]);
}
