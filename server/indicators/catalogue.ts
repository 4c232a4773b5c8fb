import type { Label } from '../contracts/field';
import { CA1 } from './ca1';
import { CA2 } from './ca2';
import { CA3 } from './ca3';
import { CA4 } from './ca4';
import { CO1 } from './co1';
import { CO2 } from './co2';
import { CO3 } from './co3';
import { CO4 } from './co4';
import { GF1 } from './gf1';
import { GF2 } from './gf2';
import { GF3 } from './gf3';
import { IN1 } from './in1';
import { IN2 } from './in2';
import { IN3 } from './in3';
import { IN4 } from './in4';
import type { Indicator, Level } from './indicator';
import { OP1 } from './op1';
import { OP2 } from './op2';
import { OP3 } from './op3';
import { OP4 } from './op4';
import { PR1 } from './pr1';
import { PR2 } from './pr2';
import { PR3 } from './pr3';
import { PR4 } from './pr4';
import { RE1 } from './re1';
import { RE2 } from './re2';
import { RE3 } from './re3';
import { RE4 } from './re4';
import { TR1 } from './tr1';
import { TR2 } from './tr2';
import { TR3 } from './tr3';
import { TR4 } from './tr4';

/** A side of effectiveness: its score is the weighted arithmetic mean of its indicators. */
export interface Dimension {
  code: string;
  label: Label;
  /** Weight in the geometric mean over the dimensions; 0 for one that is shown and not aggregated. */
  weight: number;
  /** Principles and standards it stands for. */
  source: string;
}

export const DIMENSIONS: Dimension[] = [
  {
    code: 'D1',
    label: { pl: 'Dobra wiara i wczesne włączenie', en: 'Good faith and early involvement' },
    weight: 1,
    source: 'Siedem zasad konsultacji (1); Rowe & Frewer 2000; Gunning 1; UK Code 2008 (1)',
  },
  {
    code: 'D2',
    label: { pl: 'Powszechność', en: 'Openness and reach' },
    weight: 1,
    source: 'Siedem zasad konsultacji (2); Rowe & Frewer 2000; Aarhus art. 6-8; UK Code 2008 (4)',
  },
  {
    code: 'D3',
    label: { pl: 'Przejrzystość', en: 'Transparency' },
    weight: 1,
    source: 'Siedem zasad konsultacji (3); Rowe & Frewer 2000; Gunning 2; UK Code 2008 (3)',
  },
  {
    code: 'D4',
    label: { pl: 'Responsywność', en: 'Responsiveness' },
    weight: 1,
    source: 'Siedem zasad konsultacji (4); Gunning 4; UK Code 2008 (6); OECD Public Integrity Indicators',
  },
  {
    code: 'D5',
    label: { pl: 'Koordynacja', en: 'Coordination' },
    weight: 1,
    source: 'Siedem zasad konsultacji (5); Rowe & Frewer 2000; OECD iREG (oversight)',
  },
  {
    code: 'D6',
    label: { pl: 'Przewidywalność', en: 'Predictability and time' },
    weight: 1,
    source: 'Siedem zasad konsultacji (6); Gunning 3; UK Code 2008 (2)',
  },
  {
    code: 'D7',
    label: { pl: 'Wpływ i interes ogólny', en: 'Influence and general interest' },
    weight: 1,
    source: 'Siedem zasad konsultacji (7); Rowe & Frewer 2000 (influence); IAP2',
  },
  {
    code: 'D8',
    label: { pl: 'Potencjał i kompetencje', en: 'Capacity' },
    weight: 1,
    source: 'UK Code 2008 (7, capacity to consult); OECD iREG (oversight)',
  },
];

/** Every indicator, in the order of pages and files. A new one is its file, its test and a line here. */
export const INDICATORS: Indicator[] = [
  GF1,
  GF2,
  GF3,
  OP1,
  OP2,
  OP3,
  OP4,
  TR1,
  TR2,
  TR3,
  TR4,
  RE1,
  RE2,
  RE3,
  RE4,
  CO1,
  CO2,
  CO3,
  CO4,
  PR1,
  PR2,
  PR3,
  PR4,
  IN1,
  IN2,
  IN3,
  IN4,
  CA1,
  CA2,
  CA3,
  CA4,
];

/** Those that are measured of a consultation, or of an authority in a period. */
export const ofLevel = (level: Level, indicators = INDICATORS): Indicator[] =>
  indicators.filter((one) => (one.level ?? 'consultation') === level);

/** The indicator of a code, or undefined. */
export const indicator = (code: string): Indicator | undefined =>
  INDICATORS.find((known) => known.code === code);
