import { html } from 'hono/html'
import type { Similar } from '../../group/search.ts'
import type { Region } from '../../region/region.ts'
import { page, type Html } from './layout.ts'
import { similarAfterSending } from './similar.ts'
import type { Ticket } from './ticket-link.ts'

/** Shows number and secret, the only time anybody can see the secret, and what may be known already. */
export const ticketPage = (region: Region, { number, secret }: Ticket, similar: Similar[]): Html =>
  page(
    region,
    'Laporan diterima',
    html`<h1>Laporan Anda diterima</h1>
<p>Catat, foto layar, atau cetak halaman ini sekarang. <strong>Kode rahasia hanya ditampilkan sekali</strong>
dan tidak dapat dikirim ulang.</p>
<div class="note">
<p>Nomor laporan <strong class="code">${number}</strong></p>
<p>Kode rahasia <strong class="code">${secret}</strong></p>
</div>
<p>Jangan berikan kode rahasia kepada siapa pun, juga kepada orang yang mengaku petugas.</p>
<h2>Selanjutnya</h2>
<p>Petugas memeriksa laporan Anda dan meneruskannya ke kantor yang berwenang. Perkembangannya dapat dibaca
di halaman Lacak dengan nomor dan kode di atas.</p>
${similarAfterSending(region, similar)}
<a class="button plain" href="/lacak">Lacak laporan</a>`,
  )

/** After a quarter of an hour, or for an address that was not made here. */
export const expiredTicketPage = (region: Region): Html =>
  page(
    region,
    'Halaman tidak berlaku lagi',
    html`<h1>Halaman ini tidak berlaku lagi</h1>
<p>Nomor laporan dan kode rahasia hanya ditampilkan sesaat setelah laporan dikirim. Jika Anda sudah mencatatnya,
laporan dapat diikuti di halaman Lacak.</p>
<a class="button" href="/lacak">Lacak laporan</a>
<a class="button plain" href="/lapor">Sampaikan laporan baru</a>`,
  )
