import { currentCommands, singleKeys } from './commands.ts'
import { Dialog } from './dialog.tsx'
import { Check } from './form.tsx'
import { keyName } from './key-name.ts'
import { useUi } from './ui.tsx'

/** The sheet of keys (?): exactly the commands that work on the page behind it. */
export default function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useUi()
  const groups = currentCommands()
    .map(({ title, commands }) => ({
      title,
      commands: commands.filter(({ keys }) => keys.length > 0),
    }))
    .filter(({ commands }) => commands.length > 0)
  return (
    <Dialog title={t.app.keys} onClose={onClose}>
      {groups.map(({ title, commands }) => (
        <section key={title} className="keys">
          <h3>{title}</h3>
          <dl>
            {commands.map(({ label, keys }) => (
              <div key={label}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{keyName(key)}</kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <dl className="keys">
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{t.app.palette}</dd>
        </div>
      </dl>
      <Check
        name="single"
        label={t.commands.single}
        hint={t.commands.singleHint}
        checked={singleKeys.get()}
        onChange={singleKeys.set}
      />
    </Dialog>
  )
}
