/** A desk to test at: the staff app of one installation, and officers who sit before real browsers. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { pino } from 'pino'
import { buildDashboard } from '../../src/commands/build-dashboard.ts'
import { createInvitation } from '../../src/people/invite.ts'
import type { Officer } from '../../src/people/officer.ts'
import type { Role } from '../../src/people/roles.ts'
import { openSession } from '../../src/people/session.ts'
import type { Region } from '../../src/region/region.ts'
import { createApp } from '../../src/web/app.ts'
import { invitationUrl } from '../../src/web/links.ts'
import { serve } from '../../src/web/server.ts'
import { openBrowser } from '../browser.ts'
import { freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer } from '../makers.ts'
import { freePort } from '../service.ts'

const WIDE = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }
const WAIT_MS = 12_000

export type Desk = {
  region: Region
  url: string
  /** Jobs that the web asked to look now. */
  woken: string[]
  /** What no page may do: throw, break the content security policy, or ask another host. */
  faults: string[]
  /** A one-time link for a new officer. */
  invite: (role: Role, agencyCode?: string) => Promise<string>
  /** A browser of its own where nobody has signed in. */
  page: (viewport?: typeof WIDE) => Promise<Page>
  /** The same with an officer of this role. */
  sit: (role: Role, name: string) => Promise<{ page: Page; officer: Officer }>
  close: () => Promise<void>
}

export async function openDesk({ db, sql }: Fresh): Promise<Desk> {
  await buildDashboard()
  const region = await freshRegion(sql)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = { publicUrl: url, instanceKey: randomBytes(32), proxyHops: 0, demo: false }
  const woken: string[] = []
  const faults: string[] = []
  const wake = (job: string) => void woken.push(job)
  const app = createApp({ db, region, config, log: pino({ level: 'silent' }), wake })
  const serving = await serve({ app, host: '127.0.0.1', port })
  const browser = await openBrowser()

  const page = async (viewport = WIDE) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    context.setDefaultTimeout(WAIT_MS)
    const opened = await context.newPage()
    watch(opened, url, faults)
    return opened
  }
  return {
    region,
    url,
    woken,
    faults,
    page,
    async invite(role, agencyCode) {
      const { token } = await createInvitation(sql, {
        regionId: region.id,
        role,
        agencyCode: agencyCode ?? null,
      })
      return invitationUrl(url, token)
    },
    async sit(role, name) {
      const { officer } = await asOfficer(sql, region, role, { name })
      const { token } = await openSession(sql, officer)
      const opened = await page()
      await opened.context().addCookies([{ name: 'dengar_session', value: token, url }])
      return { page: opened, officer }
    },
    async close() {
      await browser.close()
      await serving.close()
    },
  }
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`))
  page.on('dialog', (dialog) => {
    faults.push(`a script ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (line) => {
    // A refusal (4xx) is a line of the browser's own, and no fault of the page.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
      faults.push(`console: ${line.text()}`)
    }
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`asked ${request.url()}`)
  })
}

export const PASSWORD = 'angin-teluk-pagi-hari'

/** Accepts an invitation in the browser; ends on the page that the role begins with. */
export async function accept(page: Page, link: string, as: { name: string; login: string }) {
  await page.goto(link)
  await page.getByLabel('Nama lengkap').fill(as.name)
  await page.getByLabel('Nama pengguna').fill(as.login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Buat akun dan masuk' }).click()
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor()
}

export async function signIn(page: Page, login: string) {
  await page.getByLabel('Nama pengguna').fill(login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Akun' }).click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('heading', { name: 'Masuk' }).waitFor()
}

/** By day on a desk, by night on a phone: the colours do not depend on the width. */
const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
] as const

/** No serious accessibility fault and nothing that scrolls sideways, in each of the looks. */
export async function assertUsable(page: Page): Promise<void> {
  const before = page.viewportSize() ?? WIDE
  for (const { viewport, colorScheme } of LOOKS) {
    await look(page, viewport, colorScheme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const told = serious.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`,
    )
    assert.deepEqual(told, [], `${page.url()} at ${viewport.width} px`)
    const surplus = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.ok(surplus <= 0, `${page.url()} is ${surplus} px wider than ${viewport.width} px`)
  }
  await look(page, before, 'light')
}

/** The page has drawn itself anew when this ends: a key that is pressed next finds the new layout. */
async function look(page: Page, viewport: typeof WIDE, colorScheme: 'light' | 'dark') {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme })
  await page.evaluate('new Promise(requestAnimationFrame)')
}
