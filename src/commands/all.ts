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
]
