import fc from 'fast-check'

// Every run draws the same cases, so that a red run can be repeated; SEED=n draws others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SEED'] ?? 20_261_121) })
