// [wrong] Writes a file through SQLite, which checks no permissions.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  new DatabaseSync('/tmp/exambench-was-here-database').exec('create table t (a)');
  return x;
}
