/**
 * Every page of the staff app as every role, in both languages and widths: no accessibility fault of any
 * weight, nothing that scrolls sideways, and no page that a role may not see. The pages are read from the
 * app's own table of routes, so a new one is looked at as well.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ROLES, type Role } from '../../src/people/roles.ts'
import { openSession } from '../../src/people/session.ts'
import { connectEmbedded } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { ROOT, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate, makeCase } from '../makers.ts'
import { openDesk, PHONE, type Desk } from './desk.ts'

const WIDE = { width: 1280, height: 800 }
/** Both widths in both languages; each ground in both of either. */
const LOOKS = {
  id: [
    { viewport: WIDE, colorScheme: 'light' },
    { viewport: PHONE, colorScheme: 'dark' },
  ],
  en: [
    { viewport: PHONE, colorScheme: 'light' },
    { viewport: WIDE, colorScheme: 'dark' },
  ],
} as const
type Spoken = keyof typeof LOOKS

const NOT_ALLOWED = /Peran Anda tidak membuka halaman ini|Your role does not open this page/

/** Who may open a page; written by hand, as the routes of the API are in tests/web/rights.test.ts. */
const STAFF: readonly Role[] = ['analyst', 'humas', 'leader', 'observer', 'admin']
const MAY: Record<string, readonly Role[]> = {
  '/beranda': ROLES,
  '/antrean': STAFF,
  '/antrean/:id': STAFF,
  '/aduan': ROLES,
  '/aduan/:id': ROLES,
  '/sampel': ['analyst', 'admin'],
  '/tren': STAFF,
  '/ketepatan': STAFF,
  '/latihan': ['analyst', 'humas', 'admin'],
  '/sumber': STAFF,
  '/kata-pantauan': STAFF,
  '/wilayah': STAFF,
  '/mesin': ['admin'],
  '/petugas': ['admin'],
}
/** These only lead to others. */
const LEADING = ['/', '/masuk', '/keluar', '/undangan/:token']

let fresh: Fresh
let desk: Desk
let ids: { candidate: number; case: number }
before(async () => {
  // Which database it is makes no difference to what is drawn: the embedded one, also where there are two.
  const db = await connectEmbedded(null)
  await migrate(db.sql)
  fresh = { db, sql: db.sql, url: null, close: () => db.close() }
  desk = await openDesk(fresh)
  const { region } = desk
  for (let n = 0; n < 6; n += 1) {
    const facts = { filed: n % 2 === 0, urgent: n === 1, confidential: n === 4 }
    await makeCandidate(fresh.sql, region, { title: `Lampu jalan padam ke-${n}`, ...facts })
  }
  const { id: candidate } = await makeCandidate(fresh.sql, region, { kecamatanCode: '99.01.01' })
  const humas = await asOfficer(fresh.sql, region, 'humas', { name: 'Humas Rekaan' })
  for (const status of ['opened', 'answered', 'closed'] as const) {
    await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status })
  }
  const { id } = await makeCase(fresh.sql, humas, { agencyCode: 'DPU', status: 'disposed' })
  ids = { candidate, case: id }
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

test('the table names every page of the app', async () => {
  const source = await readFile(path.join(ROOT, 'dashboard/src/app.tsx'), 'utf8')
  const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, route]) => route!)
  const optional = routes.flatMap((route) =>
    route.endsWith('/:id?') ? [route.slice(0, -5), route.slice(0, -1)] : [route],
  )
  const pages = optional.filter((route) => !LEADING.includes(route)).sort()
  assert.deepEqual(pages, Object.keys(MAY).sort())
})

for (const role of ROLES) {
  test(`${role}: every page that the role may see is usable, and no other is shown`, async () => {
    const faults = [...(await visitAll(role, 'id')), ...(await visitAll(role, 'en'))]
    assert.deepEqual(faults, [])
    assert.deepEqual(desk.faults, [])
  })
}

async function visitAll(role: Role, language: Spoken): Promise<string[]> {
  const page = await sitAs(role, language)
  const faults: string[] = []
  for (const [route, roles] of Object.entries(MAY)) {
    const id = route.startsWith('/aduan') ? ids.case : ids.candidate
    const address = route.replace(':id', String(id))
    await page.goto(`${desk.url}/petugas${address}`)
    await settle(page)
    const isShown = !NOT_ALLOWED.test(await page.locator('#content').innerText())
    if (isShown !== roles.includes(role)) faults.push(`${address}: shown ${isShown}`)
    // What is refused looks the same everywhere.
    if (!isShown && route !== '/petugas') continue
    for (const { viewport, colorScheme } of LOOKS[language]) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await settle(page)
      const told = await faultsOf(page)
      faults.push(...told.map((fault) => `${language} ${viewport.width} px: ${fault}`))
    }
  }
  await page.context().close()
  return faults
}

async function sitAs(role: Role, language: Spoken): Promise<Page> {
  const of = role === 'agency' ? { agencyCode: 'DPU' } : {}
  const { officer } = await asOfficer(fresh.sql, desk.region, role, {
    name: `Petugas ${role}`,
    ...of,
  })
  await fresh.sql`update officers set language = ${language} where id = ${officer.id}`
  const { token } = await openSession(fresh.sql, officer)
  const page = await desk.page()
  await page.context().addCookies([{ name: 'dengar_session', value: token, url: desk.url }])
  return page
}

/** Everything that was asked for has come, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.locator('#content :is(h1, h2, .empty)').first().waitFor()
  await page.locator('#content .skeleton').first().waitFor({ state: 'detached' })
  await page.evaluate('new Promise(requestAnimationFrame)')
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`,
  )
  const surplus = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (surplus > 0) told.push(`${surplus} px too wide`)
  return told.map((fault) => `${new URL(page.url()).pathname}: ${fault}`)
}
