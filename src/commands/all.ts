/** Every command, with its words for `dengar help`. Each is loaded only when it is asked for. */
import type { Command } from './command.ts'

type Entry = {
  name: string
  usage: string
  summary: string
  load: () => Promise<{ command: Command }>
}

export const COMMANDS: Entry[] = [
  {
    name: 'start',
    usage: '',
    summary: 'web and workers in one process; builds and migrates what is needed',
    load: () => import('./start.ts'),
  },
  {
    name: 'demo',
    usage: '[--minutes 5]',
    summary: 'the same service on a scratch database, fed with an invented day',
    load: () => import('./demo.ts'),
  },
  {
    name: 'serve',
    usage: '',
    summary: 'the web alone (needs PostgreSQL)',
    load: () => import('./serve.ts'),
  },
  {
    name: 'work',
    usage: '',
    summary: 'the workers alone (needs PostgreSQL)',
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
