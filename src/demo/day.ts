/** The invented day of a region: what its outlets print, its people post and file, and when. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const Minute = z.number().int().min(0).max(1439)

const Outlet = z.object({
  id: z.string(),
  name: z.string(),
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
})
const Article = z.object({
  id: z.string(),
  minute: Minute,
  outlet: z.string(),
  title: z.string(),
  text: z.string(),
  author: z.string().nullable(),
})
const Post = z.object({
  id: z.string(),
  minute: Minute,
  channel: z.string(),
  author: z.string(),
  handle: z.string(),
  text: z.string(),
  kind: z.enum(['post', 'reply', 'repost', 'comment']),
  parent: z.string().nullable(),
})
const Filing = z.object({
  id: z.string(),
  minute: Minute,
  category: z.string(),
  kelurahan: z.string(),
  address: z.string(),
  text: z.string(),
  name: z.string(),
  confidential: z.boolean(),
})

export type DemoOutlet = z.infer<typeof Outlet>
export type DemoArticle = z.infer<typeof Article>
export type DemoPost = z.infer<typeof Post>
export type DemoFiling = z.infer<typeof Filing>
export type DemoDay = {
  outlets: DemoOutlet[]
  articles: DemoArticle[]
  posts: DemoPost[]
  filings: DemoFiling[]
}

/** @throws a sentence when the region has no demo or a line of it is wrong */
export async function loadDay(regionFolder: string): Promise<DemoDay> {
  const folder = path.join(regionFolder, 'demo')
  const read = (name: string) =>
    readFile(path.join(folder, name), 'utf8').catch(() => {
      throw new Error(`demo: this region has no demo day: ${path.join(folder, name)} is missing`)
    })
  const lines = async <T>(name: string, schema: z.ZodType<T>): Promise<T[]> => {
    const text = (await read(name)).trimEnd()
    const all = text === '' ? [] : text.split('\n')
    return all.map((line, index) => parse(line, schema, `${name}:${index + 1}`))
  }
  return {
    outlets: parse(await read('outlets.json'), z.array(Outlet), 'outlets.json'),
    articles: await lines('articles.jsonl', Article),
    posts: await lines('posts.jsonl', Post),
    filings: await lines('filings.jsonl', Filing),
  }
}

function parse<T>(json: string, schema: z.ZodType<T>, where: string): T {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error(`demo: ${where}: this is not JSON`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`demo: ${where}: ${z.prettifyError(parsed.error)}`)
}
