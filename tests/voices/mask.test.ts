import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES } from '../../src/people/roles.ts'
import { maskPlace, maskVoice } from '../../src/voices/mask.ts'
import type { StoredVoice } from '../../src/voices/queries.ts'

const article: StoredVoice = {
  id: 1,
  kind: 'post',
  rung: 'first',
  score: 1,
  reasons: [],
  by: null,
  copyOf: null,
  copies: null,
  joinedAt: new Date(0),
  at: new Date(0),
  channel: 'news',
  sourceName: 'Koran Contoh',
  authorHandle: 'penulis',
  authorName: 'Penulis Rekaan',
  contact: null,
  address: null,
  url: 'https://koran.test/1',
  title: 'Jalan rusak',
  text: 'Jalan rusak',
  filingNumber: null,
  reading: null,
  postKind: 'article',
  fetchedAt: new Date(0),
  editedAt: null,
  isExact: true,
  hash: 'ab12',
  otherTextAt: null,
  media: [{ type: 'image', url: 'https://koran.test/1.jpg', alt: 'Lubang di jalan' }],
  parent: null,
  confidential: false,
}

test('what only the mask needs never leaves it', () => {
  for (const role of ROLES) {
    const keys = Object.keys(maskVoice(article, role))
    assert.ok(!keys.includes('confidential'))
    assert.equal(keys.length, Object.keys(article).length - 1)
  }
})

test('an observer can open a news article, but not a post: its address names the author', () => {
  assert.equal(maskVoice(article, 'observer').url, article.url)
  assert.equal(maskVoice({ ...article, postKind: 'post' }, 'observer').url, null)
})

test('a picture names who took it: who sees no person learns that there is one, and nothing more', () => {
  const post = { ...article, postKind: 'post' }
  assert.deepEqual(maskVoice(post, 'observer').media, [{ type: 'image', url: null, alt: null }])
  assert.deepEqual(maskVoice(article, 'observer').media, article.media)
  assert.deepEqual(maskVoice(post, 'analyst').media, article.media)
})

test('media that a source lists in a way of its own are counted, and never break the page', () => {
  const media = [{ type: 7, url: '' }, null, 'x', { url: 'https://a.test/b' }]
  assert.deepEqual(maskVoice({ ...article, media }, 'analyst').media, [
    { type: 'other', url: null, alt: null },
    { type: 'other', url: null, alt: null },
    { type: 'other', url: null, alt: null },
    { type: 'other', url: 'https://a.test/b', alt: null },
  ])
  assert.deepEqual(maskVoice({ ...article, media: 'none' }, 'analyst').media, [])
  const many = Array.from({ length: 500 }, () => ({ type: 'image' }))
  assert.equal(maskVoice({ ...article, media: many }, 'analyst').media.length, 20)
})

test('whom a post answers is for those who review: others read only what was said', () => {
  const parent = { author: 'penanya', text: 'Mati lagi?', at: null, url: 'https://x.test/9' }
  const reply = { ...article, postKind: 'reply', parent }
  assert.deepEqual(maskVoice(reply, 'humas').parent, parent)
  for (const role of ['agency', 'leader', 'observer'] as const) {
    const seen = { ...parent, author: null, url: null }
    assert.deepEqual(maskVoice(reply, role).parent, seen, role)
  }
})

test('a confidential voice shows an agency what was said and nothing of who said it', () => {
  const masked = maskVoice({ ...article, confidential: true }, 'agency')
  assert.equal(masked.text, article.text)
  assert.deepEqual(
    [masked.authorHandle, masked.authorName, masked.contact, masked.address, masked.url],
    [null, null, null, null, null],
  )
})

test('the reading of a filing does not quote the address that is masked', () => {
  const inText = { kind: 'place', text: "tempat: 'Pasar Contoh'", start: 0, end: 12 } as const
  const inAddress = { kind: 'place', text: "tempat: 'Jalan Mawar 12'" } as const
  const reading = {
    probability: 0.9,
    reasons: [inText, inAddress],
    categories: [],
    agencies: [],
    place: 'Jalan Mawar 12',
    model: 'tes-1',
  }
  const text = 'Pasar Contoh becek'
  const filing = { ...article, kind: 'filing', text, address: 'Jalan Mawar 12', reading } as const
  for (const masked of [
    maskVoice({ ...filing, confidential: true }, 'agency'),
    maskVoice(filing, 'observer'),
  ]) {
    assert.doesNotMatch(JSON.stringify(masked), /Mawar/)
    assert.deepEqual(masked.reading?.reasons, [inText])
  }
  assert.equal(maskVoice(filing, 'agency').reading?.place, 'Jalan Mawar 12')
})

test('those who verify see everything, also of a confidential voice', () => {
  for (const role of ['analyst', 'humas', 'admin'] as const) {
    assert.equal(maskVoice({ ...article, confidential: true }, role).authorName, 'Penulis Rekaan')
  }
})

test("the place of a filing, which can be its citizen's address, is for those who review it", () => {
  const row = {
    filed: true,
    title: 'Air tidak mengalir · Lorong Mekar no 4',
    place: 'Lorong Mekar no 4',
  }
  assert.deepEqual(maskPlace(row, 'analyst'), row)
  const seen = { filed: true, title: 'Air tidak mengalir', place: null }
  assert.deepEqual(maskPlace(row, 'leader'), seen)
  assert.deepEqual(maskPlace(row, 'observer'), seen)
  const post = { ...row, filed: false }
  assert.deepEqual(maskPlace(post, 'observer'), post, 'what was said in public stays')
})
