/** An admin before "Mesin baca": nothing to learn from yet, a training, a proposal, and the way back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { proposeModel } from '../../src/learn/propose.ts'
import type { Acting } from '../../src/people/officer.ts'
import { shippedModel } from '../../src/read/model.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { makeDecisions } from '../learn/decisions.ts'
import { makeModel } from '../learn/models.ts'
import { asOfficer } from '../makers.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

let fresh: Fresh
let desk: Desk
let page: Page
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  humas = await asOfficer(fresh.sql, desk.region, 'humas')
  page = (await desk.sit('admin', 'Ratna')).page
})
after(async () => {
  await desk.close()
  await fresh.close()
  assert.deepEqual(desk.faults, [])
})

const open = async () => {
  await page.goto(`${desk.url}/petugas/mesin`)
  await page.getByRole('heading', { name: 'Mesin baca' }).waitFor()
}
const button = (name: string | RegExp) => page.getByRole('button', { name })

test('before the first training the page says what is needed, and cannot train', async () => {
  await open()
  await page.getByText('Model bawaan program. Dipakai sejak awal.').waitFor()
  await page.getByText('perlu 60 keputusan lagi').waitFor()
  await page.getByText('0 dari 60 yang diperlukan').waitFor()
  assert.ok(await button('Latih sekarang').isDisabled())
  await assertUsable(page)
})

test('with enough decisions the admin asks for a training and sees it end in a proposal', async () => {
  await makeDecisions(fresh.sql, humas, { count: 100 })
  await open()
  await button('Latih sekarang').click()
  await page.getByText('Pelatihan diminta oleh Ratna').waitFor()
  assert.deepEqual(desk.woken, ['learn'])
  await proposeModel(fresh.db, desk.region, { signal: new AbortController().signal })
  await page.getByRole('heading', { name: /^Usulan: latihan-/ }).waitFor()
  const row = page.getByRole('row', { name: /^Presisi rata-rata/ })
  assert.match(await row.innerText(), /\+\d+,\d poin\s+lebih baik/)
  await assertUsable(page)
})

test('the admin takes the proposal on, and goes back to the shipped model', async () => {
  await button('Pakai model ini').click()
  await page
    .getByText(/membaca mulai sekarang/)
    .first()
    .waitFor()
  await page.getByText('Model yang belajar dari keputusan di daerah ini.').waitFor()
  const shipped = shippedModel().name
  await button(`Pakai lagi ${shipped}`).click()
  await page.getByText('Model bawaan program. Dipakai sejak').waitFor()
  await button(/^Pakai lagi latihan-/).waitFor()
  await page.getByText('Hasil uji kedua model').first().click()
  await assertUsable(page)
})

test('a proposal is declined with a note that stays', async () => {
  const name = 'latihan-2026-11-29'
  await makeModel(fresh.sql, { regionId: desk.region.id, name, status: 'proposed' })
  await open()
  await button('Tolak').click()
  const dialog = page.getByRole('dialog', { name: `Tolak ${name}?` })
  await dialog.getByLabel('Catatan').fill('Tunggu sampai keputusannya lebih banyak.')
  await assertUsable(page)
  await dialog.getByRole('button', { name: 'Tolak' }).click()
  await page.getByText('Tunggu sampai keputusannya lebih banyak.').waitFor()
  await page.getByText('Belum ada usulan model baru').waitFor()
})

test('who is no admin does not find the page in the menu, and not by its address', async () => {
  const analyst = (await desk.sit('analyst', 'Tono')).page
  await analyst.goto(`${desk.url}/petugas/mesin`)
  await analyst.getByText('Peran Anda tidak membuka halaman ini.').waitFor()
  assert.equal(await analyst.getByRole('link', { name: 'Mesin' }).count(), 0)
})
