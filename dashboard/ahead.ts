/**
 * The first script of every visit, small and alone: it asks for what the page will need while the large one
 * is still on its way, so that the page does not go out for its parts one after another.
 */
import { fetchAhead } from './needs';
import { spoken } from './spoken';
import './tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/frame-narrow.css';
import './styles/page.css';
import './styles/facts.css';
import './styles/page-narrow.css';
import './styles/table.css';
import './styles/table-narrow.css';
import './styles/controls.css';
import './styles/chosen.css';
import './styles/chart.css';
import './styles/overview.css';
import './styles/overview-tables.css';
import './styles/score.css';
import './styles/frame-tools.css';
import './styles/indicator.css';
import './styles/data.css';
import './styles/access.css';
import './styles/intake.css';
import './styles/print.css';

document.documentElement.lang = spoken;
const ready = fetchAhead(location);
void import('./main').then(({ show }) => show(ready));
