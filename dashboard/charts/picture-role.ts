/** What makes a drawing one picture to a screen reader, named by its headline and described by its words. */
export const picturedBy = (id: string) =>
  ({ role: 'img', 'aria-labelledby': `${id}-headline`, 'aria-describedby': `${id}-words` }) as const;

/** A small drawing with a name of its own. */
export const pictureNamed = (name: string) => ({ role: 'img', 'aria-label': name }) as const;
