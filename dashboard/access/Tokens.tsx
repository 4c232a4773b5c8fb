import { useEffect, useRef, useState } from 'react';
import type { TokenView } from '../../server/access/token.view';
import { Heads } from '../pages/Heads';
import { Confirm } from './Confirm';
import { useRoleWords } from './roles';
import { change } from './session';
import { useAccessSpeech } from './words';

interface Props {
  tokens: TokenView[];
  /** Where they are revoked: one's own, or anybody's. */
  address: '/api/v1/account/tokens' | '/api/v1/tokens';
  reload: () => Promise<void>;
}

/** Tokens of one person or of everybody, each with the way to revoke it. */
export function Tokens({ tokens, address, reload }: Props) {
  const { own } = useAccessSpeech();
  const { label, owner, ...others } = own.tokens.columns;
  const ofAll = address === '/api/v1/tokens';
  const columns = [label, ...(ofAll ? [owner] : []), ...Object.values(others)];
  const [revoked, setRevoked] = useState<string | null>(null);
  const said = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    // the button that had the focus is gone
    if (revoked !== null) said.current?.focus();
  }, [revoked]);
  const revoke = async (token: TokenView) => {
    await change('DELETE', `${address}/${token.id}`);
    await reload();
    setRevoked(token.label);
  };
  return (
    <>
      <output className="done" ref={said} tabIndex={-1}>
        {revoked !== null && own.tokens.wasRevoked(revoked)}
      </output>
      {tokens.length === 0 && <p className="text">{own.tokens.none}</p>}
      {tokens.length > 0 && (
        <table className="tbl cards tokens">
          <caption>{own.tokens.caption}</caption>
          <Heads of={columns} />
          <tbody>
            {tokens.map((token) => (
              <Row key={token.id} token={token} ofAll={ofAll} revoke={revoke} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface RowProps {
  token: TokenView;
  ofAll: boolean;
  revoke: (token: TokenView) => Promise<void>;
}

function Row({ token, ofAll, revoke }: RowProps) {
  const { own, formats } = useAccessSpeech();
  const { sentence } = useRoleWords();
  const { columns, revokeTitle } = own.tokens;
  const { text, isValid } = useValidity(token);
  return (
    <tr>
      <th scope="row">{token.label}</th>
      {ofAll && (
        <td data-l={columns.owner} className="full">
          {token.login ?? token.person_id}
        </td>
      )}
      <td data-l={columns.role} className="full">
        {sentence({ ...token, unit: null, last_day: null })}
      </td>
      <td data-l={columns.made} className="full">
        {formats.instant(token.created_at)}
      </td>
      <td data-l={columns.used} className="full">
        {token.used_at ? formats.instant(token.used_at) : own.tokens.unused}
      </td>
      <td data-l={columns.state} className="full">
        {text}
        {isValid && (
          <p className="act">
            <Confirm
              label={own.tokens.revoke}
              of={token.label}
              title={revokeTitle(token.label)}
              text={own.tokens.revokeText}
              act={() => revoke(token)}
            />
          </p>
        )}
      </td>
    </tr>
  );
}

const isPast = (iso: string): boolean => Date.parse(iso) < Date.now();

function useValidity({ revoked_at, ends_at }: TokenView): { text: string; isValid: boolean } {
  const { own, formats } = useAccessSpeech();
  if (revoked_at !== null) return { text: own.tokens.revoked(formats.instant(revoked_at)), isValid: false };
  const at = formats.instant(ends_at);
  return isPast(ends_at)
    ? { text: own.tokens.over(at), isValid: false }
    : { text: own.tokens.until(at), isValid: true };
}
