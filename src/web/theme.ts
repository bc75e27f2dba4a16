/** The look of this government, at addresses that never change: what the pages load beside their own style. */
import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { DomainError } from '../errors.ts'
import type { Region } from '../region/region.ts'
import { portalThemeCss, staffThemeCss } from '../region/theme-css.ts'

const STAFF_THEME_PATH = '/daerah/tema.css'
export const PORTAL_THEME_PATH = '/daerah/tema-warga.css'
export const LOGO_PATH = '/daerah/logo.svg'

/** A pack changes with a restart, so ten minutes later all see the new look. */
const CACHE = 'public, max-age=600'
const CSS = 'text/css; charset=utf-8'

/** A pack without a theme has empty styles: the staff app asks for its own without knowing. */
export function themeRoutes({ theme }: Pick<Region, 'theme'>) {
  const staff = file(staffThemeCss(theme, LOGO_PATH), CSS)
  const portal = file(portalThemeCss(theme), CSS)
  const logo = theme.logo === null ? null : file(theme.logo, 'image/svg+xml')
  return new Hono()
    .get(STAFF_THEME_PATH, staff)
    .get(PORTAL_THEME_PATH, portal)
    .get(LOGO_PATH, (c) => {
      if (!logo) throw new DomainError(404, 'Berkas ini tidak ada.')
      return logo(c)
    })
}

/** True when the citizens' pages have to load a style beside their own. */
export const hasPortalTheme = ({ theme }: Pick<Region, 'theme'>): boolean =>
  portalThemeCss(theme) !== ''

function file(text: string, type: string) {
  const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  return (c: Context) => {
    const headers = { 'cache-control': CACHE, etag: tag }
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers)
    return c.body(text, 200, { ...headers, 'content-type': type })
  }
}
