/** The headers of every answer, and the refusal of changes that another site asked for. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { forbidden } from '../errors.ts'
import { STYLE_SOURCE } from './portal/style.ts'

/** `publicUrl` decides whether browsers are told to stay on https. */
export const securityHeaders = (publicUrl: string): MiddlewareHandler =>
  secureHeaders({
    // The default, no-referrer, makes old browsers send "Origin: null" with every form.
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // One policy for all pages: the hash lets through exactly the portal's own style.
      styleSrc: ["'self'", STYLE_SOURCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  })

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses an unsafe request that a browser says comes from another site, whatever its content type
 * (hono's own `csrf()` looks at form types only). Browsers send Origin with every such request; a
 * program without either header has no cookie that someone else could abuse.
 */
export function sameOriginOnly(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin
  return async function sameOriginOnly(c, next) {
    if (!SAFE_METHODS.includes(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const isOwn = origin === undefined || origin === own || origin === new URL(c.req.url).origin
      if (!isOwn || site === 'cross-site' || site === 'same-site') {
        throw forbidden('Permintaan dari situs lain ditolak. Buka halaman ini langsung dan ulangi.')
      }
    }
    await next()
  }
}

/** Answers that hold personal data stay out of every cache, also after signing out. */
export const neverCached: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}
