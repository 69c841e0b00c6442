import { typed } from 'usegolib';
import { is, load } from './module.js';

const m = load('func-values');

const job = new m.FuncJob((name) => name.trim());
is<string>()(job('x'));
is<string>()(job.Run());
is<'funcvalues.FuncJob'>()(job.goType);
m.RunJob(job);
m.RunJob(m.FuncJob((name) => name));
m.RunJob({ Run: () => 'done' });
is<string>()(typed(m.FuncJob, (name) => name.trim()).Run());
new m.Mapper(m.Double);
new m.Mapper((n) => BigInt(n));
m.Map([1], new m.Mapper((n) => n));
m.Map([1], m.Double);
m.Sort(['b', 'a'], m.Less);
m.ParseAll(['1'], m.Parse);
m.Call((a: number) => a, 1);
new m.Named((hidden) => hidden!.goType);

const given: unknown = m.Same(job);
if (given instanceof m.FuncJob) is<string>()(given.Run());
is<string | undefined>()(job.as(m.FuncJob)?.Run());

// @ts-expect-error a function is needed
new m.FuncJob();
// @ts-expect-error a result of another type
new m.FuncJob(() => 1);
// @ts-expect-error a func type without the methods
m.RunJob(new m.Mapper((n) => n));
// @ts-expect-error a Go function of another type
m.Sort(['a'], m.Parse);
