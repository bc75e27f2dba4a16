/** Plays the day: posts arrive by signed webhook, filings by the form's verb, news when feeds are asked. */
import { setTimeout } from 'node:timers/promises'
import {
  SIGNATURE_HEADER,
  signWebhook,
  webhookSecret,
} from '../collect/sources/webhook-signature.ts'
import { fileComplaint } from '../intake/file.ts'
import type { Service } from '../commands/with-service.ts'
import type { DemoDay, DemoFiling, DemoPost } from './day.ts'
import type { DemoClock } from './demo-clock.ts'
import { drawSample } from '../triage/draw-sample.ts'
import { disableSources, insertDemoSource, isMorningRead, makeFeedsDue } from './queries.ts'

const TICK_MS = 2000

type Stage = { day: DemoDay; clock: DemoClock; feedUrl: (outletId: string) => string }

export type Player = { stop: () => Promise<void> }

/** Adds the demo's sources and lets the day begin. `address` is where the service's own web listens. */
export async function playDay(service: Service, stage: Stage, address: string): Promise<Player> {
  const { db, region } = service
  const channels = await addSources(service, stage)
  const day = byMinute(stage.day)
  let isSampled = false
  const stopping = new AbortController()

  const tick = async () => {
    const posts = happened(day.posts, stage.clock)
    const filings = happened(day.filings, stage.clock)
    for (const [channel, sourceId] of channels) {
      const items = posts.filter((post) => post.channel === channel)
      if (items.length > 0) await push(service, { address, sourceId, items, clock: stage.clock })
    }
    for (const filing of filings) await file(service, filing)
    // Only now: after an error all of them are sent again, which doubles nothing.
    day.posts.splice(0, posts.length)
    day.filings.splice(0, filings.length)
    await makeFeedsDue(db.sql, region.id)
    await db.bus.notify('sources', region.id)
    // A real sample is of yesterday; the demo has none, and draws from its own morning.
    if (!isSampled && (await isMorningRead(db.sql, region.id))) {
      isSampled = (await drawSample(db, region, { before: new Date() })) > 0
    }
  }
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await tick().catch((error: unknown) => service.log.error({ err: error }, 'demo'))
      await setTimeout(TICK_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await loop
    },
  }
}

/** @returns the webhook source of each channel */
async function addSources(service: Service, { day, feedUrl }: Stage): Promise<Map<string, number>> {
  const { sql } = service.db
  const regionId = service.region.id
  await disableSources(sql, regionId)
  for (const outlet of day.outlets) {
    const source = { kind: 'feed', name: outlet.name, url: feedUrl(outlet.id), channel: 'news' }
    await insertDemoSource(sql, { regionId, ...source })
  }
  const channels = new Map<string, number>()
  for (const channel of new Set(day.posts.map((post) => post.channel))) {
    const source = { kind: 'webhook', name: `Pantauan ${channel} (peraga)`, url: '', channel }
    channels.set(channel, await insertDemoSource(sql, { regionId, ...source }))
  }
  return channels
}

const byMinute = ({ posts, filings }: DemoDay) => ({
  posts: posts.toSorted((a, b) => a.minute - b.minute),
  filings: filings.toSorted((a, b) => a.minute - b.minute),
})

/** The first items of a list in order, up to now. */
function happened<T extends { minute: number }>(items: T[], clock: DemoClock): T[] {
  const now = new Date()
  const end = items.findIndex((each) => clock.at(each.minute) > now)
  return items.slice(0, end === -1 ? items.length : end)
}

type Push = { address: string; sourceId: number; items: DemoPost[]; clock: DemoClock }

async function push(service: Service, { address, sourceId, items, clock }: Push): Promise<void> {
  const body = JSON.stringify({
    items: items.map((post) => ({
      id: post.id,
      text: post.text,
      url: `https://${post.channel}.example/${post.handle.replace('@', '')}/${post.id}`,
      kind: post.kind,
      channel: post.channel,
      author: { handle: post.handle, name: post.author },
      created_at: clock.at(post.minute).toISOString(),
      ...(post.parent ? { parent_id: post.parent } : {}),
    })),
  })
  const secret = webhookSecret(service.config.instanceKey, sourceId, 1)
  const signature = signWebhook(body, secret, Math.floor(Date.now() / 1000))
  const answer = await fetch(`${address}/intake/webhook/${sourceId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
    body,
  })
  if (!answer.ok)
    throw new Error(`demo: the webhook answered ${answer.status}: ${await answer.text()}`)
}

async function file({ db, region, config }: Service, filing: DemoFiling): Promise<void> {
  const kelurahan = region.areas.find(
    (area) => area.level === 'kelurahan' && area.name === filing.kelurahan,
  )
  await fileComplaint(db.sql, region, {
    text: filing.text,
    category: filing.category,
    kelurahanCode: kelurahan?.code,
    address: filing.address,
    contactName: filing.name,
    confidential: filing.confidential,
    requestKey: `demo-${filing.id}`,
    clientAddress: `demo-${filing.id}`,
    instanceKey: config.instanceKey,
  })
  await db.bus.notify('posts', region.id)
}
