/** An edition has begun and none has ended: what it will come to cannot be told yet. */
export const NONE_ENDED_YET = `f.editions_ended = 0 AND f.editions_running > 0 AND f.editions_undated = 0`;

/** Trainings are on record, and none of them ended in these quarters or may still do so. */
export const NO_TRAINING = `f.editions > 0 AND f.editions_ended = 0 AND f.editions_running = 0 AND f.editions_undated = 0`;

/** It is known which editions ended, and of each who came. */
export const ATTENDANCE_KNOWN = `f.editions_ended > 0 AND f.editions_undated = 0 AND f.unattended = 0`;
