/** The session cookie: readable by the server only, sent by our own pages only. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const MAX_AGE_SECONDS = 7 * 24 * 60 * 60
const isHttps = (publicUrl: string) => publicUrl.startsWith('https:')

/** Browsers accept a `__Host-` cookie only over https, only from this very host. */
const sessionCookieName = (publicUrl: string) =>
  isHttps(publicUrl) ? '__Host-dengar_session' : 'dengar_session'

export const readSessionCookie = (c: Context, publicUrl: string): string | undefined =>
  getCookie(c, sessionCookieName(publicUrl))

const flags = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isHttps(publicUrl) }) as const

export const setSessionCookie = (c: Context, publicUrl: string, token: string): void =>
  setCookie(c, sessionCookieName(publicUrl), token, {
    ...flags(publicUrl),
    maxAge: MAX_AGE_SECONDS,
  })

export function clearSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, sessionCookieName(publicUrl), flags(publicUrl))
}
