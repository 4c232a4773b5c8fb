/** The pages of the main menu, in their order; surveys are among the others (`OtherPage`); `name` is the word of the menu. A new page is a line here. */
export const NAVIGATION = [
  { to: '/', name: 'overviewPage' },
  { to: '/konsultacje', name: 'consultationsPage' },
  { to: '/wskazniki', name: 'indicatorsPage' },
  { to: '/$', name: 'surveysPage' },
  { to: '/dane', name: 'dataPage' },
  { to: '/zasilanie', name: 'intakePage' },
] as const;
