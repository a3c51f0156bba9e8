import { readdirSync, readFileSync } from 'node:fs'
import {
  Application,
  type Comment,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { packageEntries } from './public-names.js'

/** Kinds of exports with a page of their own. The types of an import are on its page. */
const OWN_PAGE = ['Function', 'Class', 'Variable']

const MARKDOWN = {
  outputFileStrategy: 'members',
  membersWithOwnFile: OWN_PAGE,
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  sanitizeComments: true,
}

/**
 * Writes the reference that is made from the doc comments into a folder, as Markdown. Throws if a link leads nowhere, a
 * parameter is named wrong, or an export has no comment.
 */
export async function writeReference(folder: string): Promise<void> {
  const app = await Application.bootstrapWithPlugins({
    tsconfig: 'tsconfig.json',
    entryPoints: [...packageEntries().values()],
    plugin: ['typedoc-plugin-markdown'],
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    sort: ['source-order'],
    logLevel: 'Warn',
    // Types that only build a public one are not exported, and need no page.
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    outputs: [{ name: 'markdown', path: folder }],
  })
  for (const [name, value] of Object.entries(MARKDOWN)) app.options.setValue(name, value)
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      module.name = module.name === 'index' ? 'rolegraph' : `rolegraph/${module.name}`
    }
    linkPublicNames(project)
  })
  const project = await app.convert()
  if (project === undefined) throw new Error('typedoc could not read the sources')
  app.validate(project)
  for (const name of undocumented(project)) app.logger.warn(`${name} has no doc comment`)
  await app.generateOutputs(project)
  if (app.logger.hasWarnings() || app.logger.hasErrors()) throw new Error('the reference has warnings')
}

/** Lets a doc comment link to anything that the core exports, whether or not its file imports it. */
function linkPublicNames(project: ProjectReflection): void {
  const core = project.children?.find(({ name }) => name === 'rolegraph')
  const byName = new Map(core?.children?.map((child) => [child.name, child]))
  for (const reflection of Object.values(project.reflections)) {
    for (const part of partsOf(reflection.comment)) {
      if (part.kind !== 'inline-tag' || part.target !== undefined) continue
      const target = byName.get(part.text.trim())
      if (target === undefined) continue
      part.target = target
      part.text = target.name
    }
  }
}

function partsOf(comment: Comment | undefined): Comment['summary'] {
  return [...(comment?.summary ?? []), ...(comment?.blockTags.flatMap(({ content }) => content) ?? [])]
}

/** The exports without a doc comment. */
function undocumented(project: ProjectReflection): string[] {
  const isDocumented = ({ kind, comment, signatures }: DeclarationReflection): boolean =>
    kind === ReflectionKind.Reference ||
    comment !== undefined ||
    signatures?.some((signature) => signature.comment !== undefined) === true
  return (project.children ?? []).flatMap(({ name, children }) =>
    (children ?? []).filter((child) => !isDocumented(child)).map((child) => `${child.name} of ${name}`),
  )
}

/** The path of the page, with the anchor of a type, of each public name: by `rolegraph/pmo answer`. */
export function referencePages(folder: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const page = /^(rolegraph(?:.*)?)\/(?:functions|classes|variables)\/(\w+)\.md$/.exec(file)
    if (page !== null) pages.set(`${page[1]} ${page[2]}`, file)
    const module = /^(rolegraph.*)\/index\.md$/.exec(file)?.[1]
    if (module === undefined) continue
    for (const [, heading] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^### (\w+)/gm)) {
      pages.set(`${module} ${heading}`, `${file}#${heading.toLowerCase()}`)
    }
  }
  return pages
}
