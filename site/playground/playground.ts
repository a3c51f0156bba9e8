import { checkOrg, formatIssues, type Org } from 'rolegraph'
import { ask, askQuestions } from 'rolegraph/ask'
import { safeParseOrgDocument } from 'rolegraph/import'
import { toSvg } from 'rolegraph/render'
import { SAMPLES } from './samples.js'

/** Fills an element with the playground: an org document, a question with its answer, the issues, and the picture. */
export function start(root: HTMLElement): void {
  const sample = made('select', { id: 'sample' })
  for (const name of Object.keys(SAMPLES)) sample.append(new Option(name))
  const text = made('textarea', { id: 'document', spellcheck: false })
  const question = made('input', { id: 'question', type: 'search', autocomplete: 'off' })
  const suggestions = made('div', {})
  const answer = made('div', { className: 'answer' })
  answer.setAttribute('aria-live', 'polite')
  const issues = made('pre', { className: 'issues' })
  const picture = made('div', { className: 'picture' })
  let org: Org | undefined

  function showAnswer(): void {
    answer.replaceChildren(
      ...(org === undefined ? [paragraph('The document has no org to ask.')] : answered(org, question.value)),
    )
  }

  function read(): void {
    const found = readOrg(text.value)
    org = found.org
    issues.textContent = found.issues
    picture.hidden = org === undefined
    if (org !== undefined) picture.innerHTML = toSvg(org)
    showAnswer()
  }

  function choose(): void {
    const { document, questions } = SAMPLES[sample.value]
    text.value = shortened(JSON.stringify(document, null, 2))
    question.value = questions[0]
    suggestions.replaceChildren(
      ...questions.map((words) => {
        const button = made('button', { type: 'button', textContent: words })
        button.addEventListener('click', () => {
          question.value = words
          showAnswer()
        })
        return button
      }),
    )
    read()
  }

  sample.addEventListener('change', choose)
  text.addEventListener('input', read)
  question.addEventListener('input', showAnswer)
  root.replaceChildren(
    part('Org document', 'sample', sample, text),
    part('Question', 'question', question, suggestions, answer),
    part('Issues', undefined, issues),
    part('Picture', undefined, picture),
  )
  text.setAttribute('aria-label', 'Org document in JSON')
  choose()
}

/** The org of a document, as much of it as can be read, and everything that is wrong with it. */
function readOrg(text: string): { readonly org: Org | undefined; readonly issues: string } {
  const { org, issues } = safeParseOrgDocument(text, { mode: 'lenient' })
  // A check lists what was found while the org was read, too.
  const found = org === undefined ? issues : checkOrg(org).issues
  return { org, issues: found.length === 0 ? 'None.' : formatIssues(found) }
}

function answered(org: Org, words: string): HTMLElement[] {
  if (words.trim() === '')
    return [
      paragraph(
        `Such as: ${askQuestions
          .slice(0, 3)
          .map(({ example }) => example)
          .join(' · ')}`,
      ),
    ]
  const result = ask(org, words)
  if (!result.ok)
    return [
      paragraph(result.text),
      ...result.suggestions.map((suggestion) => paragraph(`Try: ${suggestion}`)),
    ]
  const call = made('code', {
    textContent: `${result.query}(${['org', ...result.arguments.map((argument) => JSON.stringify(argument))].join(', ')})`,
  })
  return [paragraph(result.text), call]
}

function part(title: string, labelled: string | undefined, ...children: readonly HTMLElement[]): HTMLElement {
  const heading = made('h2', {})
  const label = labelled === undefined ? heading : made('label', { htmlFor: labelled })
  label.textContent = title
  if (label !== heading) heading.append(label)
  const section = made('section', {})
  section.append(heading, ...children)
  return section
}

/** JSON with lists of texts or numbers on one line. */
function shortened(json: string): string {
  return json.replaceAll(/\[[^[\]{}]*\]/g, (list) =>
    list.replaceAll(/\s*\n\s*/g, ' ').replace(/^\[ | \]$/g, (end) => end.trim()),
  )
}

function paragraph(text: string): HTMLElement {
  return made('p', { textContent: text })
}

function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties)
}
