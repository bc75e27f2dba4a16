import type { Command } from './command.ts'
import { withService } from './with-service.ts'

export const command: Command = {
  run: () =>
    withService(async ({ db, region }) => {
      console.error(`dengar: the ${db.kind} database is up to date, region ${region.id} is stored`)
      return 0
    }),
}
