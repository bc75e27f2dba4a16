/** Which column of somebody else's table is which field of a post. */

/** In the order in which they are shown. Names are compared without case, spaces and signs. */
const KNOWN_NAMES = {
  id:
    'id nativeid postid idpost tweetid messageid idlaporan idaduan nomorlaporan nolaporan notiket ' +
    'nomortiket trackingid ticketid',
  text:
    'text teks isi isilaporan isiaduan isipesan aduan keluhan laporan pesan message content konten ' +
    'caption body komentar comment tweet fulltext uraian deskripsi description posttext',
  title: 'title judul judullaporan subjek subject perihal headline',
  at:
    'at createdat tanggal tgl waktu date datetime time timestamp created publishedat published ' +
    'posttime tanggallaporan tgllaporan tanggaladuan tanggalposting tanggaldibuat waktulaporan ' +
    'waktuposting',
  url: 'url link tautan permalink posturl tweeturl canonicalurl',
  author:
    'authorname author nama namapelapor namaakun pelapor penulis pengirim displayname fullname name',
  handle: 'authorhandle handle username akun account screenname',
  channel: 'channel kanal platform mediasosial',
  place: 'place placename lokasi location tempat alamat',
  parent: 'parentid inreplyto inreplytoid replyto',
  kind: 'kind',
}

export type Field = keyof typeof KNOWN_NAMES
export const FIELDS = Object.keys(KNOWN_NAMES) as Field[]
/** Field -> name of the column. */
export type Mapping = Map<Field, string>

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Guesses by the common Indonesian and English names; the earlier name in the list wins. */
function guessMapping(columns: string[]): Mapping {
  const mapping: Mapping = new Map()
  const taken = new Set<string>()
  for (const field of FIELDS) {
    const names = KNOWN_NAMES[field].split(' ')
    const found = names
      .map((name) => columns.find((column) => plain(column) === name && !taken.has(column)))
      .find((column) => column !== undefined)
    if (found === undefined) continue
    mapping.set(field, found)
    taken.add(found)
  }
  return mapping
}

/**
 * Guesses, corrected by what the operator says: "text=isi aduan,at=tanggal"; "author=" maps to none.
 * @throws a sentence when it names an unknown field or column, or when no column holds the text
 */
export function chooseMapping(columns: string[], wishes = ''): Mapping {
  const mapping = guessMapping(columns)
  for (const wish of wishes.split(',').filter((each) => each.trim() !== '')) {
    const [field = '', column = ''] = wish.split(/=(.*)/s).map((part) => part.trim())
    if (!isField(field)) {
      throw new Error(`--map: "${field}" is not a field; the fields are ${FIELDS.join(', ')}`)
    }
    const found = columns.find((each) => each === column || plain(each) === plain(column))
    if (column === '') mapping.delete(field)
    else if (found === undefined) throw new Error(`--map: ${noColumn(column, columns)}`)
    else takeColumn(mapping, field, found)
  }
  if (!mapping.has('text')) {
    throw new Error(
      `no column looks like the text of the messages; say which it is by --map text=COLUMN. It has: ${shown(columns)}`,
    )
  }
  return mapping
}

const isField = (name: string): name is Field => (FIELDS as string[]).includes(name)

const noColumn = (column: string, columns: string[]) =>
  `there is no column "${column}"; the columns are ${shown(columns)}`

/** The first names, short: what is no table has names as long as the file. */
export const shown = (columns: string[]): string =>
  columns
    .slice(0, 30)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}...` : name))
    .join(', ')

/** What the operator says takes the column away from a field that was only guessed. */
function takeColumn(mapping: Mapping, field: Field, column: string): void {
  for (const [other, taken] of mapping) if (taken === column) mapping.delete(other)
  mapping.set(field, column)
}
