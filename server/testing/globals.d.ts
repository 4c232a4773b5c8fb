/** How many cases a property test draws: those asked for, more under `npm run prove -- properties`. */
declare function propertyRuns(runs: number): number;
