/** Every command, with its words for `dengar help`. Each is loaded only when it is asked for. */
import type { Command } from './command.ts'

type Entry = {
  name: string
  usage: string
  summary: string
  /** Lines for `dengar NAME --help`. */
  options?: string[]
  /** It runs until it is told to stop. */
  isService?: true
  load: () => Promise<{ command: Command }>
}

export const COMMANDS: Entry[] = [
  {
    name: 'start',
    usage: '',
    summary: 'web and workers in one process; builds and migrates what is needed',
    isService: true,
    load: () => import('./start.ts'),
  },
  {
    name: 'demo',
    usage: '[--minutes 5]',
    summary: 'the same service on a scratch database, fed with an invented day',
    isService: true,
    load: () => import('./demo.ts'),
  },
  {
    name: 'serve',
    usage: '',
    summary: 'the web alone (needs PostgreSQL)',
    isService: true,
    load: () => import('./serve.ts'),
  },
  {
    name: 'work',
    usage: '',
    summary: 'the workers alone (needs PostgreSQL)',
    isService: true,
    load: () => import('./work.ts'),
  },
  {
    name: 'migrate',
    usage: '',
    summary: 'bring the database to this version and store the region pack',
    load: () => import('./migrate.ts'),
  },
  {
    name: 'invite',
    usage: '--role ROLE [--agency CODE]',
    summary: 'make a one-time link with which an officer sets a password',
    load: () => import('./invite.ts'),
  },
  {
    name: 'job',
    usage: 'NAME',
    summary: 'run one job of the timetable now, by hand',
    load: () => import('./job.ts'),
  },
  {
    name: 'import',
    usage: 'FILE [--map text=isi]',
    summary: 'import posts from JSONL, CSV or XLSX',
    options: [
      '--map text=isi,at=tanggal   which column is which field, where the guess is wrong; "author=" for none',
      '--dry-run                   show how the file is understood, and write nothing',
      '--channel facebook          where the posts come from, for rows that do not say it',
      '--name "Rekap Juli"         the name of the source; the name of the file unless given',
      '--sheet 2                   which sheet of a workbook, from 1',
    ],
    load: () => import('./import.ts'),
  },
  {
    name: 'region',
    usage: 'check FOLDER',
    summary: 'check a region pack and name each fault by file and line',
    load: () => import('./region.ts'),
  },
  {
    name: 'read',
    usage: '[--region kendari]',
    summary: 'posts as JSON lines in, readings out',
    load: () => import('./read.ts'),
  },
  {
    name: 'reread',
    usage: '--model NAME [--since 2026-01-01] [--apply]',
    summary: 'recompute readings with any version of the model, beside the older ones',
    options: [
      '--model bawaan-1     the shipped model, or one of the list on the screen "Mesin baca"',
      '--since 2026-01-01   only what was said from that day on',
      '--apply              let the new readings count for what nobody has decided yet',
    ],
    load: () => import('./reread.ts'),
  },
  {
    name: 'embed',
    usage: '[--status]',
    summary: 'give every voice a vector by the configured function now, at full speed',
    options: ['--status   only tell which functions there are, and how far they are filled'],
    load: () => import('./embed.ts'),
  },
  {
    name: 'match',
    usage: '--cases FILE [--region kendari]',
    summary: 'posts in, their groups and the cases that they may be out',
    load: () => import('./match.ts'),
  },
  {
    name: 'compare',
    usage: '',
    summary: 'pairs in, "the same problem or not" out',
    load: () => import('./compare.ts'),
  },
  {
    name: 'feed',
    usage: 'FILE...',
    summary: 'feed documents in, their items as JSON lines out',
    load: () => import('./feed.ts'),
  },
  {
    name: 'evaluate',
    usage: 'FILE...',
    summary: 'hold the readings of labelled texts against their labels',
    options: [
      '--model FILE       which model reads; the shipped one unless given',
      '--region kendari   which region reads',
      '--folds 5          cross-validate: train on the other folds and the written posts of the project',
      '--with FOLDER      with --folds: train on these texts as well; may be given more than once',
      '--errors 20        how many of the surest wrong verdicts are named',
      "--texts            with their words (files of labels hold real people's words)",
      '--json             one JSON object for machines',
      '--topics letters.csv --until 2023-01-01   instead: learn topics before a date, test from then on',
      'match PAIRS.jsonl  instead: hold "the same problem or not" against labelled pairs',
      'match --posts P.jsonl --cases C.jsonl     and posts against the groups and cases that people put them to',
    ],
    load: () => import('./evaluate.ts'),
  },
  {
    name: 'train',
    usage: '[FILE|FOLDER]...',
    summary: 'train a model on labelled texts, print its score table, write it and its card',
    options: [
      '--folds 5          folds of the cross-validation that the score table comes from; 0 for none',
      '--name bawaan-1    the name that stands in each reading',
      '--out FILE         where to write it; in the place of the shipped model unless given',
      '--region kendari   whose places and words count',
      'match PAIRS.jsonl --posts P.jsonl --cases C.jsonl   instead: train the comparison of messages',
      'match --words LETTERS.csv   instead: count how common words are, for that comparison',
    ],
    load: () => import('./train.ts'),
  },
]
