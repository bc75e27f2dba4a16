/** The one style of every citizen page: inline, so that a page is one request. */
import { createHash } from 'node:crypto'

export const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f2f5f8;--line:#767f88;
--accent:#0b5cad;--on:#fff;--bad:#b00020}
@media(prefers-color-scheme:dark){:root{--ink:#e9edf1;--paper:#14181c;--soft:#1f252b;--line:#8b959f;
--accent:#8ec1ff;--on:#0b1a2b;--bad:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:40rem;padding:0 1rem 2rem;font:1.05rem/1.55 system-ui,sans-serif;
color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header{border-bottom:1px solid var(--line);padding:.75rem 0;margin-bottom:1rem}
header p{margin:0;font-weight:700}
header img{vertical-align:middle}
nav a{display:inline-block;padding:.5rem .75rem .5rem 0}
a{color:var(--accent)}
h1{font-size:1.5rem;line-height:1.25;margin:1rem 0 .5rem}
h2{font-size:1.15rem;margin:1.5rem 0 .25rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
small{display:block;font-weight:400}
input,select,textarea,button,.button{width:100%;font:inherit;border-radius:.4rem;padding:.65rem}
input,select,textarea{border:1px solid var(--line);background:var(--paper);color:var(--ink)}
input[type=checkbox]{width:1.3rem;height:1.3rem;vertical-align:middle;margin:0 .5rem 0 0}
button,.button{display:block;margin-top:1.25rem;border:2px solid var(--accent);
background:var(--accent);color:var(--on);font-weight:700;text-align:center;text-decoration:none;
cursor:pointer}
.plain{background:none;color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[aria-invalid]{border:2px solid var(--bad)}
.error{color:var(--bad);font-weight:600;margin:.25rem 0}
.note{background:var(--soft);border-left:.3rem solid var(--accent);padding:.6rem .9rem;
margin:1rem 0}
.code{font:700 1.25rem/1.5 ui-monospace,monospace;display:block}
.counts{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0;list-style:none}
.counts li{flex:1 1 8rem;background:var(--soft);padding:.6rem .9rem;border-radius:.4rem}
.counts b{display:block;font-size:1.4rem}
.trap{position:absolute;left:-99rem}
.similar{margin:.5rem 0;padding-left:1.1rem}
.note p{margin:.25rem 0}
.words{white-space:pre-wrap}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.75rem;font-size:.9rem}
@media print{nav,footer,.button,button{display:none}body{max-width:none;color:#000;background:#fff}}`

/** How the content security policy names exactly this style. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
