/**
 * The only script of the citizens' pages: while somebody types a filing it asks for open cases that are
 * alike. Without it, or on a phone too old for it, the form is the same form.
 */
import { createHash } from 'node:crypto'

/** The id of the element that is filled. */
export const SIMILAR_ID = 'serupa'

export const SCRIPT = `(function () {
  var form = document.querySelector('form[action="/lapor"]')
  var box = document.getElementById('${SIMILAR_ID}')
  if (!form || !box || !window.fetch || !window.URLSearchParams) return
  var timer, asked = 0, shown = ''
  function show(html) {
    if (html === shown) return
    shown = html
    box.innerHTML = html
  }
  function ask() {
    var mine = ++asked
    var typed = new URLSearchParams()
    ;['text', 'kelurahan', 'address', 'category'].forEach(function (name) {
      typed.set(name, form.elements[name].value.slice(0, 2000))
    })
    if (typed.get('text').trim().length < 15) return show('')
    fetch('/lapor/serupa', { method: 'POST', body: typed })
      .then(function (answer) { return answer.ok ? answer.text() : '' })
      .then(function (html) { if (mine === asked) show(html) })
      .catch(function () {})
  }
  form.addEventListener('input', function (event) {
    if (!/^(text|kelurahan|address|category)$/.test(event.target.name)) return
    clearTimeout(timer)
    timer = setTimeout(ask, 600)
  })
  ask()
})()
`

const hash = createHash('sha256').update(SCRIPT).digest('hex').slice(0, 8)

/** Changes with the script, so that browsers may keep it for ever. */
export const SCRIPT_PATH = `/lapor/serupa-${hash}.js`
