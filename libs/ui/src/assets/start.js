// Starts the behaviour of the GOV.UK components on the page. A file of its own, because the
// content security policy allows no script written into the page. Every page also works without it.
import { initAll } from './govuk-frontend.min.js';

initAll();
