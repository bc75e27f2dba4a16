import { useState, type KeyboardEvent } from 'react'
import { currentCommands, type Command } from './commands.ts'
import { Dialog } from './dialog.tsx'
import { keyName } from './keys-sheet.tsx'
import { useUi } from './ui.tsx'

/** The command palette (Ctrl+K): what the page can do, each with its key. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useUi()
  const [all] = useState(() => currentCommands().flatMap(({ commands }) => commands))
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const hits = all.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))

  function run(command: Command | undefined) {
    if (!command) return
    onClose()
    // After this drawing, so that a dialog opened by the command is not under this one.
    setTimeout(command.run)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') run(hits[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t.commands.title} onClose={onClose}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={hits[at] ? `command-${at}` : undefined}
        aria-label={t.commands.hint}
        placeholder={t.commands.hint}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" role="listbox" aria-label={t.commands.title} className="palette">
        {hits.map((command, index) => (
          <div
            key={command.label}
            id={`command-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => run(command)}
          >
            {command.label}
            {command.keys[0] && <kbd>{keyName(command.keys[0])}</kbd>}
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className="hint">{t.commands.nothing}</p>}
    </Dialog>
  )
}
