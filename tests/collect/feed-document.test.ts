import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDocument } from '../../src/collect/sources/feed-charset.ts'
import { readFeed } from '../../src/collect/sources/feed-document.ts'
import { htmlToLine, htmlToText } from '../../src/collect/sources/feed-text.ts'
import { canonicalUrl } from '../../src/collect/urls.ts'

const URL_OF_FEED = 'https://berita.example.id/feed/'
const read = (document: string | Uint8Array, contentType?: string) =>
  readFeed(typeof document === 'string' ? Buffer.from(document) : document, {
    url: URL_OF_FEED,
    ...(contentType ? { contentType } : {}),
  })
const item = (document: string) => {
  const [first] = read(document).items
  assert.ok(first)
  return first
}
const rss = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${inside}</channel></rss>`

test('RSS, RDF, Atom 0.3 and 1.0 and JSON Feed all give the same item', () => {
  const documents = {
    rss2: rss(
      '<item><title>Jalan rusak</title><link>https://a.id/1</link><pubDate>Sel, 03 Sep 2024 10:00:00 +0800</pubDate><author>Wa Ode</author></item>',
    ),
    rss091:
      '<rss version="0.91"><channel><item><title>Jalan rusak</title><link>https://a.id/1</link></item></channel></rss>',
    rdf: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://a.id/1"><title>Jalan rusak</title><link>https://a.id/1</link><dc:creator>Wa Ode</dc:creator></item></rdf:RDF>',
    rss090:
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><item><title>Jalan rusak</title><link>https://a.id/1</link></item></rdf:RDF>',
    atom03:
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Jalan rusak</title><link rel="alternate" type="text/html" href="https://a.id/1"/></entry></feed>',
    atom10:
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>Jalan rusak</title><link href="https://a.id/1"/><author><name>Wa Ode</name></author></entry></feed>',
    json: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: '1', url: 'https://a.id/1', title: 'Jalan rusak', content_text: 'x' }],
    }),
  }
  for (const [name, document] of Object.entries(documents)) {
    const { title, url } = item(document)
    assert.deepEqual({ title, url }, { title: 'Jalan rusak', url: 'https://a.id/1' }, name)
  }
  assert.equal(item(documents.rss2).author, 'Wa Ode')
  assert.equal(item(documents.rdf).author, 'Wa Ode')
  assert.equal(item(documents.atom10).author, 'Wa Ode')
  assert.equal(item(documents.rss2).published, 'Sel, 03 Sep 2024 10:00:00 +0800')
})

test('a feed of one element is still a feed, and one without items is empty', () => {
  assert.equal(item('<rss><channel><item><guid>9</guid></item></channel></rss>').id, '9')
  assert.deepEqual(read('<feed xmlns="http://www.w3.org/2005/Atom"></feed>').items, [])
  assert.deepEqual(read(rss('')).items, [])
})

test('a JSON Feed with a wrong version is read, and marked as degraded', () => {
  const items = [{ id: '1', title: 'a < b', content_html: '<p>isi</p>' }]
  const { title, text, degraded } = item(JSON.stringify({ version: '1.0', title: 'x', items }))
  assert.deepEqual([title, text, degraded], ['a < b', 'isi', true])
})

test('relative links are resolved against xml:base, else against the address of the feed', () => {
  assert.equal(
    item(rss('<item><link>/kota/1</link></item>')).url,
    'https://berita.example.id/kota/1',
  )
  const based =
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.id/x/"><entry xml:base="y/"><link href="1"/></entry></feed>'
  assert.equal(item(based).url, 'https://a.id/x/y/1')
})

test('a guid is the link when it is a permalink, and never when it says that it is not', () => {
  assert.equal(
    item(rss('<item><title>x</title><guid>https://a.id/2</guid></item>')).url,
    'https://a.id/2',
  )
  const opaque = rss('<item><title>x</title><guid isPermaLink="false">https://a.id/2</guid></item>')
  assert.equal(item(opaque).url, null)
  assert.equal(item(opaque).id, 'https://a.id/2')
})

test('a link that is not http never becomes an address', () => {
  for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x']) {
    assert.equal(item(rss(`<item><title>x</title><link>${link}</link></item>`)).url, null)
  }
})

test('titles lose their markup and their escapes, once or twice', () => {
  const titles: [string, string][] = [
    ['Warga &amp; lurah', 'Warga & lurah'],
    ['Warga &amp;amp; lurah', 'Warga & lurah'],
    ['&lt;b&gt;Banjir&lt;/b&gt; lagi', 'Banjir lagi'],
    ['<![CDATA[<b>Banjir</b>&nbsp;lagi]]>', 'Banjir lagi'],
    ['<![CDATA[&lt;p&gt;Banjir lagi&lt;/p&gt;]]>', 'Banjir lagi'],
    ['Harga &amp;quot;sembako&amp;quot;', 'Harga "sembako"'],
    ['Air < 2 jam', 'Air < 2 jam'],
    ['PDAM & PLN', 'PDAM & PLN'],
  ]
  for (const [given, expected] of titles) {
    assert.equal(
      item(rss(`<item><title>${given}</title><link>https://a.id/1</link></item>`)).title,
      expected,
    )
  }
  const base64 =
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">SmFsYW4gcnVzYWs=</title></entry></feed>'
  assert.equal(item(base64).title, 'Jalan rusak')
})

test('the text of an item is what a person reads', () => {
  const html =
    '<p>Lampu mati.</p><script>alert(1)</script><style>p{}</style><p>Sudah <b>tiga</b> hari<br>gelap.</p>' +
    '<span style="display: none">iklan</span><ul><li>satu</li><li>dua</li></ul>'
  assert.equal(htmlToText(html), 'Lampu mati.\n\nSudah tiga hari\ngelap.\n\nsatu\n\ndua')
  const mastodon =
    'Lihat <a href="https://a.id/panjang/sekali"><span class="invisible">https://</span>' +
    '<span class="ellipsis">a.id/panj</span><span class="invisible">ang/sekali</span></a> ya'
  assert.equal(htmlToText(mastodon), 'Lihat https://a.id/panjang/sekali ya')
  assert.equal(htmlToLine('a\n<br/>b'), 'a b')
})

test('the full text is preferred to the summary', () => {
  const both =
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>x</title><description>pendek</description><content:encoded><![CDATA[<p>panjang sekali</p>]]></content:encoded></item></channel></rss>'
  assert.equal(item(both).text, 'panjang sekali')
})

test('dirty documents are read: bare ampersands, a PHP warning in front, unclosed tags', () => {
  const dirty =
    '<br />\n<b>Warning</b>: Undefined variable in <b>/x.php</b> on line <b>3</b><br />\n' +
    rss(
      '<item><title>Tirta & Anoa</title><link>https://a.id/1?x=1&y=2</link><description>a<br>b</description></item>',
    )
  assert.deepEqual(
    { title: item(dirty).title, url: item(dirty).url },
    { title: 'Tirta & Anoa', url: 'https://a.id/1?x=1&y=2' },
  )
})

test('a document that was cut off keeps its items, marked as degraded', () => {
  const whole = rss(
    '<item><title>satu</title><link>https://a.id/1</link></item><item><title>dua</title><link>https://a.id/2</link><pubDate>Rab, 04 Sep 2024 10:00:00 WITA</pubDate><description>Jalan di depan pasar itu</description></item>',
  )
  const { items } = read(whole.slice(0, whole.indexOf('pasar')))
  assert.deepEqual(
    items.map(({ title, degraded }) => [title, degraded]),
    [
      ['satu', true],
      ['dua', true],
    ],
  )
  assert.equal(items[1]?.text, 'Jalan di depan')
  assert.equal(items[1]?.published, 'Rab, 04 Sep 2024 10:00:00 WITA')
})

test('what is not a feed is refused in words', () => {
  const cases: [string, RegExp][] = [
    ['', /the document is empty/],
    [
      '<!doctype html><html><body>404</body></html>',
      /it is a web page\. Look for the address of its feed/,
    ],
    ['Not found', /not a feed; it begins with "Not found"/],
    ['{"a":1}', /JSON, but not a JSON Feed/],
    ['{"a":', /JSON, but not a JSON Feed/],
    ['<svg></svg>', /not a feed; it begins with "<svg>/],
  ]
  for (const [document, sentence] of cases) assert.throws(() => read(document), sentence)
})

test('a document nested 20,000 levels deep is refused at once', () => {
  const deep = rss('<a>'.repeat(20_000) + '</a>'.repeat(20_000))
  const start = performance.now()
  assert.throws(() => read(deep), /nested deeper than 300 levels/)
  assert.ok(performance.now() - start < 500)
})

const SHORTENED = '<a href="https://a.id/x"><span class="invisible">a</span>abcdefgh</a>'

test('documents made to be slow are done within seconds', () => {
  const size = 4_000_000
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length))
  const hostile = {
    openTags: rss(`<item><description><![CDATA[${fill('<a>')}]]></description></item>`),
    closeTags: rss(`<item><description><![CDATA[${fill('<b></i>')}]]></description></item>`),
    items: rss(fill('<item>')),
    comments: rss(fill('<!--')),
    cdata: rss(fill('<![CDATA[')),
    titles: rss(fill('<title>')),
    entities: rss(`<item><title>${fill('&amp;')}</title></item>`),
    ampersands: rss(`<item><title>${fill('&')}</title></item>`),
    attributes: rss(`<item ${fill('a="b" ')}></item>`),
    angles: rss(fill('<')),
    persons: rss(`<item><author>${fill('(')}</author></item>`),
    manyPersons: rss(fill(`<item><author>${'('.repeat(190)}</author></item>`).slice(0, 1_500_000)),
    editors: rss(`<managingEditor>${fill(' ,')}x</managingEditor>`),
    versions: `<rss ${fill('version ')}>`,
    shortenedLinks: rss(
      `<item><description><![CDATA[${fill(SHORTENED).slice(0, 990_000)}]]></description></item>`.repeat(
        4,
      ),
    ),
    bombs: `<!DOCTYPE x [<!ENTITY a "${'y'.repeat(50_000)}">]>${rss(`<item><title>${'&a;'.repeat(50_000)}</title></item>`)}`,
  }
  for (const [name, document] of Object.entries(hostile)) {
    const start = performance.now()
    try {
      const { items } = read(document)
      assert.ok(
        items.every(({ text, title }) => text.length + (title?.length ?? 0) < 6_000_000),
        name,
      )
    } catch (error) {
      assert.equal((error as Error).constructor.name, 'FeedError', `${name}: ${String(error)}`)
    }
    assert.ok(performance.now() - start < 5_000, `${name} took ${performance.now() - start} ms`)
  }
})

test('the encoding is the BOM, then Content-Type, then the XML declaration', () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Rp5 – é</a>', 'latin1')
  assert.match(decodeDocument(latin), /é/)
  assert.match(
    decodeDocument(Buffer.from('<a>é</a>', 'latin1'), 'text/xml; charset=windows-1252'),
    /é/,
  )
  assert.match(
    decodeDocument(Buffer.from('\ufeff<a>é</a>'), 'text/xml; charset=iso-8859-1'),
    /^<a>é/,
  )
  assert.match(decodeDocument(Buffer.from('\ufeff<a>é</a>', 'utf16le')), /^<a>é/)
  assert.match(decodeDocument(Buffer.from('<a>é</a>', 'utf16le')), /^<a>é/)
})

test('a wrong charset is not believed when the bytes say otherwise', () => {
  assert.match(decodeDocument(Buffer.from('<a>é</a>'), 'text/xml; charset=ISO-8859-1'), /é/)
  assert.match(decodeDocument(Buffer.from('<a>é</a>', 'latin1'), 'text/xml; charset=utf-8'), /é/)
  assert.match(decodeDocument(Buffer.from('<a>é</a>'), 'text/xml; charset=bukan-charset'), /é/)
})

test('a canonical address has no campaign parameters and no fragment', () => {
  assert.equal(
    canonicalUrl('https://A.id:443/x?utm_source=rss&id=7&fbclid=z#komentar'),
    'https://a.id/x?id=7',
  )
})
