import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { publicWords, withoutNames } from '../../src/practice/without-names.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

let open: ReadonlySet<string>
before(async () => {
  open = publicWords(await loadRegion(packFolder('contoh')))
})
const clean = (note: string, persons: string[] = [], accounts: string[] = []) =>
  withoutNames(note, { persons, accounts }, open)

test('names that are known go however they are written', () => {
  const known = ['Rahmat Rekaan']
  assert.equal(clean('sudah ditanya ke rahmat kemarin', known), 'sudah ditanya ke [nama] kemarin')
  assert.equal(clean('Rahmat Rekaan bilang selesai', known), '[nama] bilang selesai')
  assert.equal(clean('tulisan lastri_88', [], ['lastri_88']), 'tulisan [nama]_88')
})

test('who follows a title goes, and so does a capital in the middle of a sentence', () => {
  assert.equal(clean('Kata Pak Tono Wijaya sudah beres.'), 'Kata Pak [nama] sudah beres.')
  assert.equal(clean('Sama dengan unggahan Sumarni tadi'), 'Sama dengan unggahan [nama] tadi')
})

test('places, offices and kinds of complaint of the region stay', async () => {
  const region = await loadRegion(packFolder('contoh'))
  const area = region.areas[0]!.name
  const agency = region.agencies[0]!.name
  const note = `Sudah ditangani ${agency} di ${area} hari Senin.`
  assert.equal(clean(note), note)
  assert.equal(
    clean(`Salinan dari info ${area}`, [], [`kabar_${area}`]),
    `Salinan dari info ${area}`,
  )
  assert.equal(clean('Salinan dari LAPOR dan PDAM'), 'Salinan dari LAPOR dan PDAM')
})

test('telephones, identity numbers and addresses on line go; a case number stays', () => {
  assert.equal(clean('hubungi 0812-3456-7890 saja'), 'hubungi [nomor] saja')
  assert.equal(clean('NIK 7471012345678901'), 'NIK [nomor]')
  assert.equal(
    clean('lihat https://x.test/budi dan @budi'),
    'lihat [alamat daring] dan [alamat daring]',
  )
  assert.equal(clean('sama dengan CTH-2026-000123'), 'sama dengan CTH-2026-000123')
})

test('a long note that tries hard takes time in proportion only', () => {
  for (const piece of ['A ', 'Pak ', '0-', '1 ', '[', 'a.', 'a@', '@a']) {
    const start = performance.now()
    clean(piece.repeat(10_000))
    assert.ok(performance.now() - start < 1000, piece)
  }
})
