/** The frame of every citizen page: one request, readable without script and style. */
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Region } from '../../region/region.ts'
import { hasPortalTheme, LOGO_PATH, PORTAL_THEME_PATH } from '../theme.ts'
import { STYLE } from './style.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A whole page: what differs between governments is words of the region pack. */
export const page = (region: Region, title: string, body: Html): Html => html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="${region.texts.portalTitle}">
<title>${title} | ${region.texts.portalTitle}</title>
<style>${raw(STYLE)}</style>${theme(region)}
</head>
<body>
<header>
<p>${logo(region)}${region.texts.portalTitle}</p>
<nav aria-label="Utama"><a href="/">Beranda</a> <a href="/lapor">Lapor</a> <a href="/lacak">Lacak</a></nav>
</header>
<main>
${body}
</main>
<footer>
<p>${region.office.desk}, ${region.name}</p>
<p><a href="/privasi">Data apa yang disimpan</a></p>
</footer>
</body>
</html>`

/** A government's own colours come after the page's own; without them a page stays one request. */
const theme = (region: Region): Html | string =>
  hasPortalTheme(region) ? html`\n<link rel="stylesheet" href="${PORTAL_THEME_PATH}">` : ''

const logo = ({ theme }: Region): Html | string =>
  theme.logo === null ? '' : html`<img src="${LOGO_PATH}" alt="" width="32" height="32"> `

/** A control with its label and, after a refused form, the sentence that says what to change. */
export const field = (
  name: string,
  label: Html | string,
  control: Html,
  error: string | undefined,
): Html => html`<label for="${name}">${label}</label>
${error === undefined ? '' : html`<p class="error" id="${name}-error">${error}</p>`}
${control}`

/** The attributes that tie a control to its sentence, also for a screen reader. */
export const marks = (name: string, error: string | undefined): Html | string =>
  error === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-error"`

/** The numbers for danger to life, which no form may delay. */
export const emergencyNumbers = (region: Region): Html | string =>
  region.emergency.length === 0
    ? ''
    : html`<div class="note" role="note"><strong>Keadaan darurat? Jangan tunggu formulir ini.</strong>
${region.emergency.map(
  ({ number, name }) =>
    html`<br>${name}: <a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>`,
)}</div>`
