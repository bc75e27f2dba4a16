/** One thing that one can ask the program `dengar` to do. */
export type Command = {
  /** @returns the exit code */
  run: (args: string[]) => Promise<number>
}
