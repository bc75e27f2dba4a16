import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { examplesOf, readExamples, trainable } from '../../src/learn/read-examples.ts'
import { textKey } from '../../src/learn/text-key.ts'
import { categoryOfTopic } from '../../src/learn/topic-category.ts'
import { splitTopics } from '../../src/learn/topic-split.ts'
import { ROOT } from '../helpers.ts'

const FOLDER = await mkdtemp(path.join(tmpdir(), 'dengar-labels-'))
after(() => rm(FOLDER, { recursive: true }))

async function fileOf(name: string, content: string): Promise<string> {
  const file = path.join(FOLDER, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

async function one(name: string, content: string) {
  const [file] = await readExamples([await fileOf(name, content)])
  return file!
}

describe('labelled posts', () => {
  it('are read from JSON lines, with 0 and 1 or true and false', async () => {
    const { form, examples, bad } = await one(
      'posts.jsonl',
      '\ufeff{"id":"a1","channel":"x","text":"Jalan berlubang di Kambu","complaint":1,"category":"jalan","location":"Kambu","urgent":1,"sure":0}\r\n' +
        '\r\n' +
        '{"id":2,"text":"Selamat pagi","complaint":false,"category":"","location":"","urgent":0,"sure":true}',
    )
    assert.deepEqual([form, bad], ['posts', 0])
    assert.deepEqual(examples, [
      {
        id: 'a1',
        text: 'Jalan berlubang di Kambu',
        title: undefined,
        channel: 'x',
        complaint: true,
        category: 'jalan',
        urgent: true,
        sure: false,
        weight: 0.4,
      },
      {
        id: '2',
        text: 'Selamat pagi',
        title: undefined,
        channel: undefined,
        complaint: false,
        category: null,
        urgent: false,
        sure: true,
        weight: 1,
      },
    ])
  })

  it('are read from CSV as well', async () => {
    const { form, examples } = await one(
      'posts.csv',
      'id;Text;complaint;category\r\n1;"Sampah menumpuk;\r\nsudah lama";1;sampah\r\n',
    )
    assert.equal(form, 'posts')
    assert.equal(examples[0]?.text, 'Sampah menumpuk;\r\nsudah lama')
    assert.equal(examples[0]?.category, 'sampah')
  })

  it('lose their bad rows, each of which is named by file and line', async () => {
    const { file, examples, bad, problems } = await one(
      'bad.jsonl',
      [
        '{"text":"Baik","complaint":0}',
        '{"text":',
        '[]',
        '{"complaint":1}',
        '{"text":"a","complaint":2}',
        '{"text":"b"}',
        '{"text":"c","complaint":1,"category":"langit"}',
        '{"text":7,"complaint":1}',
        '{"text":"Juga baik","complaint":1}',
      ].join('\n'),
    )
    assert.deepEqual([examples.length, bad], [2, 7])
    assert.deepEqual(
      problems.map((problem) => problem.replace(file, 'F')),
      [
        'F:2: the line is not JSON',
        'F:3: the line is not a JSON object',
        'F:4: "text" is missing or empty',
        'F:5: "complaint" is neither 0 nor 1',
        'F:6: "complaint" is missing; write 0 or 1',
        'F:7: "category" is "langit", which is none of the 18 codes',
        'F:8: "text" is not a text',
      ],
    )
    assert.equal(examples[0]?.id, 'bad.jsonl:1')
  })

  it('that are committed are read without a bad row', async () => {
    const files = await readExamples([path.join(ROOT, 'src/read/corpus')])
    assert.ok(examplesOf(files, 'posts').length >= 1_500)
    for (const { file, problems } of files) assert.deepEqual(problems, [], file)
  })
})

describe('texts whose kind is their label', () => {
  it('letters with a topic are complaints, with a category where the topic says it', async () => {
    const { form, examples } = await one(
      'letters.csv',
      'id,date,text,topik,instansi\r\n9,2022-01-01,Lampu padam,PJU,A\r\n10,2022-01-01,Mohon bantuan,,B\r\n',
    )
    assert.equal(form, 'letters')
    assert.deepEqual(
      examples.map(({ id, channel, complaint, category }) => [id, channel, complaint, category]),
      [
        ['9', 'filed', true, 'penerangan'],
        ['10', 'filed', true, null],
      ],
    )
  })

  it('letters with nothing but their text are complaints, and are never trained on', async () => {
    const file = await fileOf('filed.csv', 'Tracking ID,text\n1,Bantuan belum turun\n')
    const files = await readExamples([file])
    assert.equal(files[0]?.form, 'filed')
    assert.equal(examplesOf(files, 'filed')[0]?.complaint, true)
    assert.deepEqual(trainable(files), [])
  })

  it('news are no complaints, and are never trained on', async () => {
    const file = await fileOf(
      'news.csv',
      'source,url,title,published,lead\na,b,Judul,c,Isi\na,b2,Judul saja,c,\na,b3,,c,\n',
    )
    const files = await readExamples([file])
    assert.equal(files[0]?.form, 'news')
    assert.deepEqual(
      examplesOf(files, 'news').map(({ title, text, complaint }) => [title, text, complaint]),
      [
        ['Judul', 'Isi', false],
        [undefined, 'Judul saja', false],
      ],
    )
    assert.match(files[0].problems[0]!, /news\.csv:4: "title" and "lead" are empty/)
    assert.deepEqual(trainable(files), [])
  })

  it('reviews are no complaints; a broken line of theirs is skipped', async () => {
    const { form, examples, problems } = await one(
      'reviews.tsv',
      'corpus\tlabel\ttext\nsmsa\tpositive\tEnak "sekali" , murah\nanger;kesal\n',
    )
    assert.equal(form, 'reviews')
    assert.equal(examples[0]?.text, 'Enak "sekali" , murah')
    assert.match(problems[0]!, /reviews\.tsv:3: the line has 1 fields, the header has 3/)
  })
})

describe('a repeat', () => {
  it('is left out by its letters, whichever file comes first, and labelled posts win', async () => {
    const reviews = await fileOf('r.tsv', 'corpus\tlabel\ttext\nsmsa\tx\tjalan rusak terus !\n')
    const posts = await fileOf(
      'p.jsonl',
      '{"text":"@user Jalan rusak terus https://t.co/x","complaint":1}\n{"text":"JALAN RUSAK, terus","complaint":0}\n',
    )
    const files = await readExamples([reviews, posts])
    assert.deepEqual(
      files.map(({ repeats, examples }) => [repeats, examples.length]),
      [
        [1, 0],
        [1, 1],
      ],
    )
    assert.equal(examplesOf(files, 'posts')[0]?.complaint, true)
  })

  it('is told by letters and digits; signs alone count where there are no letters', () => {
    assert.equal(textKey('RT @a: Lampu  MATI!!'), textKey('rt lampu mati'))
    assert.notEqual(textKey('Jalan 1'), textKey('Jalan 2'))
    assert.notEqual(textKey('😡'), textKey('😀'))
  })
})

describe('what cannot be read', () => {
  it('is refused with a sentence', async () => {
    const refused: [string | null, RegExp][] = [
      [null, /labels: there is no file or folder/],
      ['', /empty\.csv is empty/],
      ['   \n\n', /is empty/],
      ['nama,alamat\na,b\n', /is in no form that is known by its first line\. Known are/],
      ['text,channel\na,b\n', /is in no form that is known/],
      ['a\tb\n', /is in no form that is known/],
      ['text\n"tidak ditutup\n', /a quote/],
    ]
    for (const [content, sentence] of refused) {
      const name = path.join(FOLDER, 'tidak-ada.csv')
      const file = content === null ? name : await fileOf('empty.csv', content)
      await assert.rejects(readExamples([file]), sentence)
    }
  })

  it('of a folder is what does not end in .jsonl, .csv or .tsv', async () => {
    const note = await fileOf('folder/NOTE.md', '# a')
    await assert.rejects(readExamples([path.dirname(note)]), /holds no file that ends in/)
    await fileOf('folder/a.jsonl', '{"text":"a","complaint":0}')
    assert.equal((await readExamples([path.dirname(note)])).length, 1)
  })
})

describe('topics', () => {
  it('say the category, where they say a thing', () => {
    for (const [topic, category] of [
      ['Jalan Rusak dan Berlubang', 'jalan'],
      ['Informasi Pemangkasan/Perantingan Pohon', 'lingkungan'],
      ['Saluran Tepi Jalan', 'drainase'],
      ['Jukir Liar', 'transportasi'],
      ['Pelayanan PDAM', 'air'],
      ['Permasalahan Kewilayahan Kelurahan', null],
      ['', null],
    ] as const) {
      assert.equal(categoryOfTopic(topic), category, topic)
    }
  })

  it('are split by date, without repeats and rare ones', () => {
    const letters = Array.from({ length: 40 }, (_, n) => {
      const date = n < 25 ? '2022-12-31 23:59:00' : '2023-01-01 00:00:00'
      return `${date},keluhan nomor ${n},${n % 40 === 39 ? 'Langka' : 'PJU'}`
    })
    const content = ['date,text,topik', ...letters, '2023-02-01,KELUHAN nomor 3,PJU', 'x,a,PJU', '']
    const split = splitTopics(content.join('\n'), 'f', '2023-01-01')
    assert.deepEqual([split.before.length, split.after.length, split.classes], [25, 14, 1])
    assert.deepEqual([split.repeats, split.rare, split.bad], [1, 1, 1])
    assert.throws(() => splitTopics('text,date\na,b', 'f', '2023-01-01'), /no column "topik"/)
    assert.throws(() => splitTopics(content.join('\n'), 'f', '2020-01-01'), /no letter before/)
  })
})
