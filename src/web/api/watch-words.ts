/** The words that are watched for: those of the region pack and those that officers added. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { addWatchWord, changeWatchWord, removeWatchWord } from '../../read/change-watch-words.ts'
import { listWatchWords } from '../../read/list-watch-words.ts'
import { CATEGORIES } from '../../region/category.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { Id, refuse } from './input.ts'
import { describe, reply, Time } from './reply.ts'
import { Person } from './shared-shapes.ts'

const Category = z.enum(CATEGORIES).nullable()

const WatchWords = z
  .object({
    items: z.array(
      z.object({
        id: z.number().nullable().meta({ description: 'null: of the pack, and unchanged' }),
        word: z.string(),
        category: Category.meta({ description: 'null: only counted' }),
        off: z.boolean(),
        isFromPack: z.boolean(),
        packCategory: Category,
        note: z.string(),
        changedBy: Person.nullable(),
        changedAt: Time.nullable(),
        heard: z.object({ count: z.number(), lastAt: Time.nullable() }),
      }),
    ),
    messages: z.number().meta({ description: 'in how many of the newest messages it was counted' }),
    since: Time.nullable(),
  })
  .meta({ id: 'WatchWords' })

const Word = z.string().min(1).max(200)
const Add = z.object({ word: Word, category: Category, off: z.boolean().optional() })
const Change = z.object({
  word: Word,
  category: Category.optional(),
  off: z.boolean().optional(),
})

export const watchWordsApi = ({ db, region, may }: ApiDeps) => {
  const { sql } = db
  const acting = (c: Context<ApiEnv>) => ({ region, officer: c.get('officer') })
  const list = async (c: Context<ApiEnv>) =>
    reply(c, WatchWords, await listWatchWords(sql, acting(c)))
  return new Hono<ApiEnv>()
    .get(
      '/watch-words',
      may('sources.read'),
      describe('watch words', 'Every watched word and how often it was heard lately', WatchWords),
      list,
    )
    .post(
      '/watch-words',
      may('sources.manage'),
      describe('watch words', 'Watch for one more word or phrase', WatchWords),
      validator('json', Add, refuse),
      async (c) => {
        await addWatchWord(sql, acting(c), c.req.valid('json'))
        return list(c)
      },
    )
    .patch(
      '/watch-words',
      may('sources.manage'),
      describe('watch words', 'Switch a word off or on, or change its category', WatchWords),
      validator('json', Change, refuse),
      async (c) => {
        await changeWatchWord(sql, acting(c), c.req.valid('json'))
        return list(c)
      },
    )
    .delete(
      '/watch-words/:id',
      may('sources.manage'),
      describe('watch words', 'Take an own word away', WatchWords),
      validator('param', Id, refuse),
      async (c) => {
        await removeWatchWord(sql, acting(c), c.req.valid('param'))
        return list(c)
      },
    )
}
