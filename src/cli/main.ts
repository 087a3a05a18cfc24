#!/usr/bin/env node
import { endWith } from './end.ts'
import { makeProgram } from './program.ts'

makeProgram().parseAsync().catch(endWith)
