import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { agreesOnYears } from './workloads/agrees-on-years.mjs'
import { WORKLOADS } from './workloads.mjs'

const child = fileURLToPath(new URL('child.mjs', import.meta.url))

/** The figures by workload, size and contender: each runs once, in its own process. */
export class Figures {
  #runs = new Map()
  /** Notes on contenders that did not finish, or gave inexact answers. */
  notes = new Map()

  /** Measures contenders on a workload, one after the other, and compares their answers. */
  measure(workload, size, limits, { only, leftOut = {} } = {}) {
    const runs = new Map()
    this.#runs.set(keyOf(workload, size), runs)
    for (const contender of WORKLOADS[workload].contenders) {
      if (only !== undefined && !only.includes(contender.name)) continue
      if (contender.name in leftOut)
        this.#note(workload, size, `${contender.name}: ${leftOut[contender.name]}`)
      else this.#run(runs, workload, size, contender, limits)
    }
    this.#compare(workload, size, runs)
  }

  #run(runs, workload, size, contender, { timeout, ...limits }) {
    process.stderr.write(`${workload} of ${size.toLocaleString('en')}: ${contender.name}\n`)
    const job = JSON.stringify({ workload, size, contender: contender.name, ...limits })
    const run = spawnSync(process.execPath, [child, job], {
      encoding: 'utf8',
      timeout,
      maxBuffer: 2 ** 28,
    })
    if (run.status === 0) {
      runs.set(contender.name, JSON.parse(run.stdout))
      return
    }
    const [error = `ended by ${run.signal ?? run.status}`] = /^\w*Error.*$/m.exec(run.stderr) ?? []
    const reason = run.error?.code === 'ETIMEDOUT' ? `did not finish within ${timeout / 1_000} s` : error
    // A failure of another library is a result; a failure of ours is a defect.
    if (isOurs(contender.name))
      throw new Error(`${contender.name} on ${workload} of ${size}: ${reason}\n${run.stderr}`)
    this.#note(workload, size, `${contender.name}: ${reason}`)
  }

  #compare(workload, size, runs) {
    const contenders = WORKLOADS[workload].contenders.filter(({ name }) => runs.has(name))
    for (const { key, answer } of runs.get(contenders[0]?.name)?.works ?? []) {
      for (const contender of contenders.slice(1)) {
        const other = runs.get(contender.name).works.find((work) => work.key === key)
        if (other === undefined || contender.answersNothing || other.answer === answer) continue
        const found = `${contender.name} answers ${other.answer.slice(0, 200)}, not ${answer.slice(0, 200)}`
        if (!contender.isInexact || key !== 'shortest by years')
          throw new Error(`${key} on ${workload} of ${size}: ${found}`)
        const { agrees, longer, of } = agreesOnYears(answer, other.answer)
        if (!agrees) throw new Error(`${key} on ${workload} of ${size}: ${found}`)
        this.#note(
          workload,
          size,
          `${contender.name}: by years it found a path longer than the shortest between ${longer} of ${of} pairs`,
        )
      }
    }
  }

  #note(workload, size, text) {
    const key = keyOf(workload, size)
    this.notes.set(key, [...(this.notes.get(key) ?? []), text])
  }

  notesOf(workload, size) {
    return this.notes.get(keyOf(workload, size)) ?? []
  }

  has(workload, size) {
    return this.#runs.has(keyOf(workload, size))
  }

  /** The names of the contenders that finished. */
  contendersOf(workload, size) {
    return [...(this.#runs.get(keyOf(workload, size))?.keys() ?? [])]
  }

  /** The works that any contender did, in the order of the workload; builds first. */
  worksOf(workload, size) {
    const works = new Map([
      ['build', 'build from records'],
      ['first', `the first ${WORKLOADS[workload].first ?? 'isAbove'} after it`],
    ])
    for (const run of this.#runs.get(keyOf(workload, size)).values()) {
      for (const { key, name, isCheck } of run.works) if (!isCheck) works.set(key, name)
    }
    return Array.from(works, ([key, name]) => ({ key, name }))
  }

  /** The median microseconds of a work (or of `build`, `first` or `both`), or undefined. */
  of(workload, size, contender, key) {
    const run = this.#runs.get(keyOf(workload, size))?.get(contender)
    return run?.[key] ?? run?.works.find((work) => work.key === key)?.microseconds
  }
}

function keyOf(workload, size) {
  return `${workload} of ${size}`
}

function isOurs(name) {
  return ['rolegraph', 'typed arrays', 'Map by id', 'Map, linked'].includes(name) || /parse/.test(name)
}
