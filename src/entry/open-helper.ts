import { createModel } from '../adapters/model/create-model.ts'
import type { Config } from '../config/read-config.ts'
import type { Log } from '../ports/log.ts'
import type { Helper } from '../usecases/helping/helper.ts'

/** The configured language model with what it is told; undefined when none is configured. */
export function openHelper(model: Config['model'], readHelping: () => Omit<Helper, 'model'>, log: Log): Helper | undefined {
  return model && { model: createModel(model, log), ...readHelping() }
}
