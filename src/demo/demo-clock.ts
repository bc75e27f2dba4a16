/**
 * When the things of the demo day happen in real time. Everything before `FROM_MINUTE` has happened when
 * the demo starts, at its own distance in the past; the rest of the day passes in a few minutes.
 */

/** Ten in the morning: enough has been said to fill the first screen. */
const FROM_MINUTE = 600
const DAY_MINUTES = 1440

export type DemoClock = {
  /** The real moment of a minute of the demo day. */
  at: (minute: number) => Date
}

/** @param minutes how long the rest of the day lasts, in real minutes */
export function makeDemoClock(start: Date, minutes: number): DemoClock {
  const pace = (minutes * 60_000) / (DAY_MINUTES - FROM_MINUTE)
  return {
    at(minute) {
      const ahead = minute - FROM_MINUTE
      return new Date(start.getTime() + (ahead <= 0 ? ahead * 60_000 : ahead * pace))
    },
  }
}
