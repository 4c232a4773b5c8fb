// Property tests draw the same cases on every run, so that a change is judged by its own merit;
// `npm run prove -- properties` draws fresh ones, and more of them.
const fc = require('fast-check');

const { PROPERTY_SEED: seed = '2014', PROPERTY_FACTOR: factor = '1' } = process.env;
globalThis.propertyRuns = (runs) => runs * Number(factor);
fc.configureGlobal({ seed: Number(seed), numRuns: globalThis.propertyRuns(100) });
