/** The source files of the project, for the tests that read them as text. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../helpers.ts'

export type SourceFile = { name: string; text: string }

/** Files of these folders, by their path from the root with forward slashes. */
export function sourceFiles(folders: string[], endings = ['.ts', '.tsx', '.mjs']): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && endings.some((ending) => each.name.endsWith(ending)))
      .map((each) => path.join(each.parentPath, each.name))
      .filter((name) => !/node_modules|[\\/]dist[\\/]/.test(name))
      .map((name) => ({
        name: path.relative(ROOT, name).replaceAll('\\', '/'),
        text: readFileSync(name, 'utf8'),
      })),
  )
}

/** What a file imports: specifiers of static and dynamic imports. */
export function importsOf(file: SourceFile): string[] {
  const found = file.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map((match) => match[1]!)
}

/** The project's own file that an import names, or null for a package. */
export function resolveImport(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return path.posix.normalize(path.posix.join(path.posix.dirname(file.name), specifier))
}
