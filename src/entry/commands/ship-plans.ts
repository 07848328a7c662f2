import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Paper } from '../../usecases/papers/import-plan.ts'
import { readAnsweringData, SHIPPED_DECLARATIONS } from '../read-data.ts'
import { formatFault } from '../read-declaration-files.ts'
import { listPaperFiles, readPaperFile, SHIPPED_PLANS, SHIPPED_READINGS } from '../read-paper-file.ts'
import { explainRefusal } from './explain-refusal.ts'
import { print, Refusal, tell, type Command } from './outcome.ts'

/** `ship-plans`: reads data/plans and data/units anew and keeps what was read beside them, for quick starts and for Workers. */
export const shipPlans: Command = {
  usage: '',
  does: 'reads data/plans and data/units anew, for quick starts and for Workers',
  run: async () => {
    const { declared } = readAnsweringData()
    if (declared.faults.length > 0) throw new Refusal(declared.faults.map(formatFault).join('\n'))
    const papers: Paper[] = []
    for (const path of listPaperFiles(SHIPPED_PLANS)) {
      tell(`reading ${relative(process.cwd(), path)}`)
      const result = await readPaperFile(path, { useShipped: false, tell })
      if ('refused' in result) throw new Refusal(`${path}: ${explainRefusal(result.refused)}`)
      papers.push(result.paper)
    }
    writeFileSync(SHIPPED_READINGS, `[\n${papers.map((paper) => JSON.stringify(paper)).join(',\n')}\n]\n`)
    writeFileSync(SHIPPED_DECLARATIONS, `${JSON.stringify(declared)}\n`)
    print({ readings: papers.length })
  },
}
