import { addMinutes } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Asked, World } from '../asked.ts'

/** A duty that the asker reported on, or showed evidence for, last. */
export type Reported = { readonly duty: Duty; readonly reportId: string; readonly isRecent: boolean }

const RECENT_MINUTES = 60
const LONGEST_MINUTES = 7 * 24 * 60
// The photos of an album come one by one.
const ALBUM_MINUTES = 10

/** What the asker's last recorded report was on, one entry for each of its duties; nothing once it is a week old. */
export async function findReported({ asker }: Pick<Asked, 'asker'>, world: World): Promise<Reported[]> {
  const { progress, evidence, clock, library } = world
  const now = clock.now()
  const last = await progress.latestBy(asker.officer.id)
  if (!last || last.at < addMinutes(now, -LONGEST_MINUTES)) return []
  const isRecent = last.at >= addMinutes(now, -RECENT_MINUTES)
  const report = (await progress.ofReference(last.officerId, last.ref)).filter(
    ({ at, revokes }) => at === last.at && revokes === null,
  )
  const shown = await evidence.latestBy(asker.officer.id)
  const album = shown && shown.at > last.at && shown.at >= addMinutes(now, -ALBUM_MINUTES) ? shown.dutyId : undefined
  return report
    .filter(({ dutyId }) => album === undefined || !report.some((line) => line.dutyId === album) || dutyId === album)
    .flatMap(({ dutyId, id }) => {
      const duty = library.dutyById.get(dutyId)
      return duty ? [{ duty, reportId: id, isRecent }] : []
    })
}
