import { readFileSync } from 'node:fs'
import { addressOf, siteDocuments } from './site-pages.js'

/** Documents for people who work on the library, and pages of data. */
const LEFT_OUT =
  /^(docs\/adr\/|docs\/gallery\/|examples\/|ARCHITECTURE|CHANGELOG|CONTRIBUTING|docs\/(performance|pmo-model)\.md)/

interface GuidePage {
  readonly path: string
  readonly title: string
  readonly text: string
}

function guides(): GuidePage[] {
  return siteDocuments()
    .filter((path) => !LEFT_OUT.test(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, title: /^# (.*)$/m.exec(text)?.[1] ?? path }
    })
}

/** `llms.txt`: what the library is, and where each guide is, after llmstxt.org. */
export function llmsText(): string {
  const [readme, ...pages] = guides()
  const promise = /\*\*(.*?)\*\*([^]*?)\n\n/.exec(readme.text)
  const summary = promise === null ? '' : `${promise[1]}${promise[2]}`.replaceAll(/\s+/g, ' ')
  const links = pages.map(
    ({ path, title, text }) => `- [${title}](${addressOf(path)}): ${firstSentence(text)}`,
  )
  return (
    [
      '# rolegraph',
      `> ${summary}`,
      '[All guides in one file](/llms-full.txt)',
      '## Guides',
      [
        ...links,
        '- [Reference](/reference/): every public name, with parameters, errors, complexity and an example.',
      ].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

/** `llms-full.txt`: the README and all guides. */
export function llmsFullText(): string {
  return guides()
    .map(({ path, text }) => `<!-- ${path} -->\n\n${text.trim()}\n`)
    .join('\n\n')
}

function firstSentence(text: string): string {
  const prose = text
    .split('\n\n')
    .slice(1)
    .find((paragraph) => /^[A-Za-z`[]/.test(paragraph))
  return (
    /^[^]*?[.:](?=\s|$)/
      .exec(prose ?? '')?.[0]
      .replaceAll(/\s+/g, ' ')
      .replace(/:$/, '.') ?? ''
  )
}
