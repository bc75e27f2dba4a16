/** The citizens' pages. They work without script and without a cookie; one script helps who files. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Deps } from '../app.ts'
import { limitBody } from '../body-limit.ts'
import { fileFromForm } from './file.ts'
import { filingForm } from './filing-form.ts'
import { homePage } from './home.ts'
import { privacyPage } from './privacy.ts'
import { publicCounts, type PublicCounts } from './queries.ts'
import { SCRIPT, SCRIPT_PATH } from './script.ts'
import { similarToFiling, similarWhileTyping } from './similar.ts'
import { trackFromForm, trackPage } from './track.ts'
import { openTicket } from './ticket-link.ts'
import { expiredTicketPage, ticketPage } from './ticket.ts'

const MAX_FORM_BYTES = 512_000
const MAX_TYPED_BYTES = 64_000
const COUNTS_MS = 60_000
const SCRIPT_HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=31536000, immutable',
}

export function portal(deps: Deps) {
  const { region, config } = deps
  const counts = cachedCounts(deps)
  return (
    new Hono<{ Variables: { requestId: string } }>()
      .get('/', async (c) => c.html(homePage(region, await counts())))
      .get('/lapor', (c) => {
        // The page holds a key that must belong to one visitor only.
        c.header('cache-control', 'no-store')
        return c.html(filingForm(region, emptyForm(randomUUID())))
      })
      // No check of the origin here: there is no cookie to abuse. A trap and a throttle guard this door.
      .post('/lapor', limitBody(MAX_FORM_BYTES), (c) => fileFromForm(deps, c))
      .post('/lapor/serupa', limitBody(MAX_TYPED_BYTES), (c) => similarWhileTyping(deps, c))
      .get(SCRIPT_PATH, (c) => c.body(SCRIPT, 200, SCRIPT_HEADERS))
      .get('/tiket', async (c) => {
        c.header('cache-control', 'no-store')
        const ticket = openTicket(config.instanceKey, c.req.query('t') ?? '', new Date())
        if (!ticket) return c.html(expiredTicketPage(region), 410)
        return c.html(ticketPage(region, ticket, await similarToFiling(deps, ticket.number)))
      })
      .get('/lacak', (c) => c.html(trackPage(region)))
      .post('/lacak', limitBody(MAX_FORM_BYTES), (c) => trackFromForm(deps, c))
      .get('/privasi', (c) => c.html(privacyPage(region)))
  )
}

const emptyForm = (requestKey: string) => ({
  requestKey,
  text: '',
  category: '',
  kelurahan: '',
  address: '',
  name: '',
  contact: '',
  confidential: false,
  website: '',
})

/** Anybody may load the front page as often as they like; the rows are counted once a minute. */
function cachedCounts({ db, region }: Deps): () => Promise<PublicCounts> {
  let last: { at: number; counts: Promise<PublicCounts> } | undefined
  return () => {
    if (last && performance.now() - last.at < COUNTS_MS) return last.counts
    const counts = publicCounts(db.sql, region.id)
    const mine = { at: performance.now(), counts }
    last = mine
    counts.catch(() => {
      if (last === mine) last = undefined
    })
    return counts
  }
}
