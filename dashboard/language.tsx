import { createContext, use, type ReactNode } from 'react';
import type { CodebookView } from '../server/publish/codebook.view';
import type { LabelView } from '../server/publish/page.view';
import { bound, formats as formatsOf, type Formats, type Language } from './words';
import type { Words } from './words.pl';

/** Everything a page needs to speak: its words, its formats and the labels of the codebook. */
export interface Speech {
  words: Words;
  formats: Formats;
}

const SpeechContext = createContext<Speech | null>(null);
const CodebookContext = createContext<CodebookView | null>(null);

/** Gives the pages below it their language. */
export function Speaking({
  language,
  words,
  children,
}: {
  language: Language;
  words: Words;
  children: ReactNode;
}) {
  return <SpeechContext value={{ words, formats: formatsOf(language) }}>{children}</SpeechContext>;
}

/** Gives the pages below it the labels of codes and fields. */
export function WithCodebook({ codebook, children }: { codebook: CodebookView; children: ReactNode }) {
  return <CodebookContext value={codebook}>{children}</CodebookContext>;
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('A page needs its language around it');
  return speech;
}

export type Labels = ReturnType<typeof labelsOf>;

/** Labels of the codebook in one language; a code it does not know is shown as it is. */
export function labelsOf(codebook: CodebookView, language: Language) {
  const type = (name: string) => codebook.types.find((one) => one.name === name);
  const fields = (name: string) => type(name)?.fields ?? [];
  const field = (of: string, name: string) => fields(of).find((one) => one.name === name);
  const word = (
    codes: { code: string; label: Record<Language, string> }[] | null | undefined,
    code: string,
  ) => codes?.find((one) => one.code === code)?.label[language] ?? code;
  return {
    fields,
    codebook,
    type: (name: string) => type(name)?.label[language] ?? name,
    field: (name: string, of = 'consultation') => bound(field(of, name)?.label[language] ?? name),
    code: (name: string, code: string, of = 'consultation') => bound(word(field(of, name)?.codes, code)),
    codes: (name: string, of = 'consultation') => (field(of, name)?.codes ?? []).map(({ code }) => code),
    status: (code: string) => word(codebook.statuses, code),
    statuses: codebook.statuses.map(({ code }) => code),
    state: (code: string) => word(codebook.states, code),
  };
}

export function useLabels(): Labels {
  const codebook = use(CodebookContext);
  const { formats } = useSpeech();
  if (!codebook) throw new Error('A page needs the codebook around it');
  return labelsOf(codebook, formats.language);
}

/** A text in the language of the page; else in the other one, and then marked as such; else null. */
export function inLanguage(
  label: LabelView,
  language: Language,
): { text: string; lang: Language | undefined } | null {
  const other = language === 'pl' ? 'en' : 'pl';
  if (label[language]?.trim()) return { text: bound(label[language]), lang: undefined };
  if (label[other]?.trim()) return { text: bound(label[other]), lang: other };
  return null;
}

/** The title of a record in the page's language, or in the other one, or a word and its code. */
export function Title({ title, code }: { title: LabelView; code: string }) {
  const { words, formats } = useSpeech();
  const known = inLanguage(title, formats.language);
  return known ? <span lang={known.lang}>{known.text}</span> : <>{words.untitled(code)}</>;
}
