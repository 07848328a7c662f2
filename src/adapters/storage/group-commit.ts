import type Sqlite from 'better-sqlite3'

type Job = {
  readonly write: () => unknown
  readonly run: (write: () => unknown) => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** Runs a write inside the next shared transaction and resolves with what it returned once that is on disk. */
export type GroupCommit = {
  readonly write: <Result>(write: () => Result) => Promise<Result>
  /** A write of one statement, which SQLite takes back by itself when it fails. */
  readonly writeOne: <Result>(write: () => Result) => Promise<Result>
  readonly close: () => void
}

/**
 * Everything written in one turn of the event loop shares one transaction, and so one fsync: that makes
 * synchronous=FULL cheap. A savepoint around each write keeps a failure from harming its neighbours.
 */
export function createGroupCommit(client: Sqlite.Database): GroupCommit {
  let jobs: Job[] = []
  let isClosed = false

  // Nested in a transaction, better-sqlite3 makes this one a savepoint.
  const runInSavepoint = client.transaction((write: () => unknown) => write())
  const runAll = client.transaction((batch: readonly Job[]) => batch.map(runOne))

  function runOne({ write, run }: Job): Outcome {
    try {
      return { value: run(write) }
    } catch (error) {
      // A full disk or an I/O fault ends the whole transaction: then nobody's write has happened.
      if (!client.inTransaction) throw error
      return { error }
    }
  }

  function flush(): void {
    const batch = jobs
    jobs = []
    if (batch.length === 0) return
    try {
      const outcomes = runAll.immediate(batch)
      for (const [order, job] of batch.entries()) settle(job, outcomes[order]!)
    } catch (error) {
      for (const job of batch) job.reject(error)
    }
  }

  function queue<Result>(write: () => Result, run: Job['run']): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new Error('storage is closed'))
        return
      }
      if (jobs.length === 0) setImmediate(flush)
      jobs.push({ write, run, resolve, reject })
    })
  }

  return {
    write: (write) => queue(write, runInSavepoint),
    writeOne: (write) => queue(write, runBare),
    close: () => {
      flush()
      isClosed = true
    },
  }
}

function runBare(write: () => unknown): unknown {
  return write()
}

function settle(job: Job, outcome: Outcome): void {
  if ('error' in outcome) job.reject(outcome.error)
  else job.resolve(outcome.value as never)
}
