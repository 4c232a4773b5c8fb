import { cohenKappa, quadratic, same } from '../../statistics/cohen-kappa';
import { completeRows, correlations, covariances } from '../../statistics/correlation';
import { reliability, reversed } from '../../statistics/cronbach-alpha';
import type { Inputs } from './inputs';

export function alpha(inputs: Inputs): unknown {
  const turned = (inputs.setting('reversed') as string[] | undefined) ?? [];
  const item = (name: string) => {
    const answers = inputs.numbersOf(name);
    if (!turned.includes(name)) return answers;
    return reversed(answers, inputs.numberSetting('scale_min'), inputs.numberSetting('scale_max'));
  };
  return reliability(Object.fromEntries(inputs.names('items').map((name) => [name, item(name)])));
}

export function correlationMatrix(inputs: Inputs): unknown {
  const covariance = covariances(completeRows(inputs.names('items').map((name) => inputs.numbersOf(name))));
  return { matrix: covariance && correlations(covariance) };
}

export function kappa(inputs: Inputs): unknown {
  const weight = inputs.choice('weights', ['none', 'quadratic']) === 'none' ? same : quadratic;
  return cohenKappa(inputs.value('table') as number[][], weight) ?? { kappa: null, variance: null };
}
