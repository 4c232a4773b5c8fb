import type { Consultation } from '../../server/contracts/consultation';
import type { ConsultationEvent } from '../../server/contracts/consultation-event';
import { Draw } from './random';
import type { Task } from './schedule';

export type DemoConsultation = Pick<Consultation, 'code'> & Partial<Consultation>;
export type DemoEvent = Pick<ConsultationEvent, 'code' | 'consultation' | 'kind'> &
  Partial<ConsultationEvent>;

/** One consultation of the register with how it was drawn. */
export interface Proceeding {
  /** Its place in the register, from 0. */
  number: number;
  task: Task;
  consultation: DemoConsultation;
  events: DemoEvent[];
}

/** Draws of one purpose for one consultation: what is added for one purpose changes nothing drawn for another. */
export const drawFor = ({ number }: Proceeding, purpose: number): Draw =>
  new Draw(purpose * 1_000_003 + number * 7919);

/** Whether this is planted in it on purpose. */
export const isPlanted = ({ task }: Proceeding, plant: string): boolean => task.subject.plant === plant;
