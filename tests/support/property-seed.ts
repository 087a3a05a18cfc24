import fc from 'fast-check'

// The same cases on every machine, so that a red run can be repeated; SEED=random looks for new ones.
const { SEED } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20_161_213) })
