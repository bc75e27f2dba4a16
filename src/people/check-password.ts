/** Which new passwords are refused. Pure. */

const LEAST_CHARACTERS = 12
/** Longer ones only cost time to hash. */
const MOST_CHARACTERS = 200
const LEAST_DIFFERENT = 5

/** What is left of a bad password after its digits and signs are taken away. */
const GUESSED_WORDS = [
  'abcdefghijkl',
  'adminadmin',
  'administrator',
  'admin',
  'aduan',
  'asdfghjkl',
  'bismillah',
  'dengar',
  'dengaraduan',
  'diskominfo',
  'humas',
  'iloveyou',
  'indonesia',
  'indonesiaraya',
  'katasandi',
  'katasandiku',
  'kominfo',
  'letmein',
  'merdeka',
  'password',
  'passwordku',
  'passwordpassword',
  'pemerintah',
  'pemerintahkota',
  'pemkot',
  'petugas',
  'qwerty',
  'qwertyqwerty',
  'qwertyuiop',
  'qwertyuiopasdf',
  'rahasia',
  'rahasiarahasia',
  'sayang',
  'sayangku',
  'selamatdatang',
  'sulawesi',
  'sulawesitenggara',
  'terserah',
  'walikota',
  'welcome',
]

const RUNS = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz']
const RUN_LENGTH = 10

/**
 * @param names words that an attacker tries first for this person: login, name, region
 * @returns null when the password may be used, else a sentence for the form
 */
export function checkPassword(password: string, names: string[] = []): string | null {
  const length = Array.from(password).length
  if (length < LEAST_CHARACTERS) {
    return `Kata sandi harus sedikitnya ${LEAST_CHARACTERS} karakter; beberapa kata acak mudah diingat.`
  }
  if (length > MOST_CHARACTERS) return `Kata sandi paling panjang ${MOST_CHARACTERS} karakter.`
  const lower = password.normalize('NFKC').toLowerCase()
  if (new Set(lower).size < LEAST_DIFFERENT) {
    return 'Kata sandi ini terlalu banyak mengulang karakter yang sama.'
  }
  const letters = lettersOf(lower)
  const guessed = [...GUESSED_WORDS, ...names.map((name) => lettersOf(name.toLowerCase()))]
  if (letters === '' || guessed.includes(letters) || hasRun(lower)) {
    return 'Kata sandi ini termasuk yang paling mudah ditebak; pilih beberapa kata acak.'
  }
  return null
}

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')

function hasRun(text: string): boolean {
  return RUNS.some((run) => {
    for (let from = 0; from + RUN_LENGTH <= run.length; from++) {
      if (text.includes(run.slice(from, from + RUN_LENGTH))) return true
    }
    return false
  })
}
