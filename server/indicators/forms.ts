/**
 * The kinds of forms that are counted, and the recorded forms that are of each (method.md section 2, OP3: "writing/online
 * form, open meeting, hearing, workshop, walk, survey, stand/point, phone"). That list names neither a remark made orally
 * on record nor a display: people go to a place where the office waits for them, so both count as a point.
 */
export const FORM_KINDS: Record<string, string[]> = {
  writing: ['letter', 'online_form'],
  open_meeting: ['open_meeting'],
  hearing: ['public_hearing'],
  workshop: ['workshop'],
  walk: ['walk'],
  survey: ['survey'],
  point: ['consultation_point', 'orally_on_record', 'display'],
  phone: ['phone'],
};

/** Forms in which people write: they take place on no day of their own. All others do. */
const WRITTEN = ['letter', 'online_form', 'survey'];

const quoted = (forms: string[]) => forms.map((form) => `'${form}'`).join(', ');

/** SQL of the kind that a recorded form counts as. */
export const kindOf = (form: string) =>
  `CASE ${Object.entries(FORM_KINDS)
    .map(([kind, forms]) => `WHEN ${form} IN (${quoted(forms)}) THEN '${kind}'`)
    .join(' ')} END`;

/** SQL of whether a recorded form happens on a day. */
export const onDay = (form: string) => `${form} NOT IN (${quoted(WRITTEN)})`;

/** SQL of the forms that happen on a day, as a list. */
export const ON_DAY = `ARRAY[${quoted(
  Object.values(FORM_KINDS)
    .flat()
    .filter((form) => !WRITTEN.includes(form)),
)}]`;
