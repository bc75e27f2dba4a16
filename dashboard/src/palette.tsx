import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { currentCommands, type Command } from './commands.ts'
import { Dialog } from './dialog.tsx'
import { fuzzyFind } from './fuzzy.ts'
import { keyName } from './key-name.ts'
import { useUi } from './ui.tsx'

type Line = Command & { group: string }

const allLines = (): Line[] =>
  currentCommands().flatMap(({ title, commands }) =>
    commands.map((command) => ({ ...command, group: title })),
  )

/** The command palette (Ctrl+K): what the page can do, each with its key; other pages and kept views too. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useUi()
  const [all] = useState(allLines)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const hits = fuzzyFind(all, query, ({ label, group }) => `${label} ${group}`)

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
      <Hits hits={hits} at={at} run={run} />
      {hits.length === 0 && <p className="hint">{t.commands.nothing}</p>}
    </Dialog>
  )
}

type HitsProps = { hits: Line[]; at: number; run: (command: Command) => void }

function Hits({ hits, at, run }: HitsProps) {
  const { t } = useUi()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div ref={list} id="commands" role="listbox" aria-label={t.commands.title} className="palette">
      {hits.map((command, index) => (
        <div
          key={`${command.group} ${command.label}`}
          id={`command-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => run(command)}
        >
          <span>{command.label}</span>
          <span className="palette-end">
            <span className="faint">{command.group}</span>
            {command.keys[0] && <kbd>{keyName(command.keys[0])}</kbd>}
          </span>
        </div>
      ))}
    </div>
  )
}
