import { useNavigate, useSearch } from '@tanstack/react-router';
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

/** Puts the page under the name of the authority to which its record belongs, whatever the address said. */
export function useAuthorityOf(record: { authority: string } | undefined) {
  const code = record?.authority;
  const { current } = useAuthority();
  const navigate = useNavigate();
  const other = code !== undefined && current !== undefined && current.code !== code;
  useEffect(() => {
    if (other)
      void navigate({ to: '.', search: (now) => ({ ...now, org: code }), replace: true, resetScroll: false });
  }, [other, code, navigate]);
}

/** Names the page in the browser's title. */
export function useDocumentTitle(page: string) {
  const { name } = useAuthority();
  useEffect(() => {
    document.title = [page, 'Busola', name].filter(Boolean).join(' · ');
  }, [page, name]);
}
