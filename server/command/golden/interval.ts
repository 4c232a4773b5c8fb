import { INTERVAL_METHODS, proportionInterval } from '../../statistics/proportion-interval';
import type { Inputs } from './inputs';

export const proportion = (inputs: Inputs): unknown =>
  proportionInterval(
    inputs.number('x'),
    inputs.number('n'),
    inputs.choice('method', INTERVAL_METHODS),
    inputs.level(),
    inputs.setting('clip') === true,
  );
