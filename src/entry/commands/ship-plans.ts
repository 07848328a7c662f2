import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { createPaperReaders, listPaperFiles, readPaperFile, SHIPPED_PLANS, SHIPPED_READINGS } from '../read-paper-file.ts'
import { explainRefusal } from './explain-refusal.ts'
import { print, Refusal, tell, type Command } from './outcome.ts'

/** `ship-plans`: reads the plans of data/plans anew and keeps the readings beside them, for quick starts and for Workers. */
export const shipPlans: Command = {
  usage: '',
  does: 'reads data/plans anew into data/plans/readings.json',
  run: async () => {
    const readers = createPaperReaders()
    const papers = listPaperFiles(SHIPPED_PLANS).map((path) => {
      tell(`reading ${relative(process.cwd(), path)}`)
      const paper = readPaperFile(path, readers, false)
      if ('refused' in paper) throw new Refusal(`${path}: ${explainRefusal(paper.refused)}`)
      return paper
    })
    writeFileSync(SHIPPED_READINGS, `[\n${papers.map((paper) => JSON.stringify(paper)).join(',\n')}\n]\n`)
    print({ readings: papers.length })
  },
}
