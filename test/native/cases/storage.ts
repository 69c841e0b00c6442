import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { group } from '../group.ts';

const bytes = (from: string) => new TextEncoder().encode(from);
const string = (from: Uint8Array) => new TextDecoder().decode(from);

group('bbolt', ['go.etcd.io/bbolt'], ([bolt]) => {
  /** A database with a bucket `people`, for one call. */
  const database = (use: (db: any) => unknown, options: object | null = null) => {
    const folder = mkdtempSync(join(tmpdir(), 'usegolib-bolt-'));
    const db = bolt.Open(join(folder, 'a.db'), 0o600, options);
    try {
      db.Update((tx: any) => {
        const people = tx.CreateBucket(bytes('people'));
        for (const [name, age] of [
          ['ann', '31'],
          ['bob', '7'],
          ['cid', '52'],
        ])
          people.Put(bytes(name!), bytes(age!));
      });
      return use(db);
    } finally {
      db.Close();
      rmSync(folder, { recursive: true });
    }
  };
  /** What a function gives for the bucket, in a transaction that reads. */
  const view = (db: any, look: (people: any) => unknown) => {
    let seen: unknown;
    db.View((tx: any) => {
      seen = look(tx.Bucket(bytes('people')));
    });
    return seen;
  };
  return {
    get: () => database((db) => view(db, (people) => [people.Get('bob'), people.Get('dan')])),
    'for each': () =>
      database((db) =>
        view(db, (people) => {
          const seen: unknown[] = [];
          people.ForEach((name: Uint8Array, age: Uint8Array) => {
            seen.push([string(name), string(age)]);
          });
          return seen;
        }),
      ),
    cursor: () =>
      database((db) =>
        view(db, (people) => {
          const cursor = people.Cursor();
          const seen: string[] = [];
          for (let [key] = cursor.Seek('b'); key.length; [key] = cursor.Next()) seen.push(string(key));
          const [last, age] = cursor.Last();
          return [seen, last, age];
        }),
      ),
    'a function that throws rolls back': () =>
      database((db) => {
        const mine = new Error('changed my mind');
        let caught: unknown;
        try {
          db.Update((tx: any) => {
            tx.Bucket(bytes('people')).Put('eve', '1');
            throw mine;
          });
        } catch (error) {
          caught = error;
        }
        return [caught === mine, view(db, (people) => people.Get('eve'))];
      }),
    'an error of Go in the function': () =>
      database((db) =>
        db.Update((tx: any) => {
          tx.CreateBucket('people');
        }),
      ),
    'writes in a view': () => database((db) => view(db, (people) => people.Put('x', 'y'))),
    delete: () =>
      database((db) => {
        db.Update((tx: any) => {
          tx.Bucket(bytes('people')).Delete('ann');
        });
        return view(db, (people) => [people.Get('ann'), people.Stats().KeyN]);
      }),
    sequence: () =>
      database((db) => {
        const ids: unknown[] = [];
        db.Update((tx: any) => {
          const people = tx.Bucket(bytes('people'));
          ids.push(people.NextSequence(), people.NextSequence(), people.Sequence());
        });
        return ids;
      }),
    'nested buckets': () =>
      database((db) => {
        const names: string[] = [];
        db.Update((tx: any) => {
          const inner = tx.CreateBucketIfNotExists('outer').CreateBucketIfNotExists('inner');
          inner.Put('k', 'v');
          tx.ForEach((name: Uint8Array, bucket: any) => {
            names.push(`${string(name)} ${bucket.Writable()}`);
          });
        });
        return names;
      }),
    'a transaction by hand': () =>
      database((db) => {
        const tx = db.Begin(true);
        tx.Bucket('people').Put('eve', '1');
        tx.Rollback();
        const other = db.Begin(true);
        other.Bucket('people').Put('fay', '2');
        other.Commit();
        return view(db, (people) => [people.Get('eve'), people.Get('fay')]);
      }),
    'on commit': () =>
      database((db) => {
        const order: string[] = [];
        db.Batch((tx: any) => {
          tx.OnCommit(() => order.push('committed'));
          order.push('in');
        });
        return order;
      }),
    'no name': () =>
      database((db) =>
        db.Update((tx: any) => {
          tx.CreateBucket('');
        }),
      ),
    errors: () => [bolt.ErrBucketNotFound, bolt.ErrTxNotWritable, bolt.MaxKeySize],
    options: () =>
      database((db) => [db.IsReadOnly(), db.NoSync, db.Info().PageSize], {
        NoSync: true,
        PageSize: 8192,
        Timeout: 1000,
      }),
  };
});

group('afero', ['github.com/spf13/afero', 'io', 'os', 'path/filepath'], ([afero, io, os, filepath]) => {
  const files = (content: Record<string, string> = {}) => {
    const fs = afero.NewMemMapFs();
    for (const [path, text] of Object.entries(content)) afero.WriteFile(fs, path, bytes(text), 0o644);
    return fs;
  };
  const read = (fs: unknown, path: string) => string(afero.ReadFile(fs, path));
  return {
    'write and read': () => {
      const fs = files({ '/a/b.txt': 'hi' });
      return [
        read(fs, '/a/b.txt'),
        afero.Exists(fs, '/a/b.txt'),
        afero.Exists(fs, '/no'),
        afero.DirExists(fs, '/a'),
        afero.FileContainsBytes(fs, '/a/b.txt', bytes('h')),
      ];
    },
    walk: () => {
      const fs = files({ '/a/b.txt': 'hi', '/a/c/d.txt': 'hello', '/a/skip/e.txt': '' });
      const seen: unknown[] = [];
      afero.Walk(fs, '/a', (path: string, info: any, error: Error | null) => {
        if (info.Name() === 'skip') throw filepath.SkipDir;
        seen.push([path, info.IsDir() ? 0n : info.Size(), error]);
      });
      return seen;
    },
    'a file': () => {
      const fs = files();
      const file = fs.Create('/x');
      file.WriteString('hello');
      const at = file.Seek(1, 0);
      const rest = io.ReadAll(file);
      file.Close();
      const info = fs.Stat('/x');
      return [at, rest, info.Size(), info.Name(), file.Name()];
    },
    missing: () => afero.ReadFile(files(), '/no'),
    'read only': () => afero.NewReadOnlyFs(files()).Mkdir('/x', 0o755),
    'below a folder': () => {
      const base = files();
      const fs = afero.NewBasePathFs(base, '/root');
      afero.WriteFile(fs, '/x', bytes('1'), 0o644);
      return [afero.Exists(base, '/root/x'), fs.RealPath('/x'), fs.Name()];
    },
    'copy on write': () => {
      const base = files({ '/x': 'old' });
      const fs = afero.NewCopyOnWriteFs(afero.NewReadOnlyFs(base), files());
      afero.WriteFile(fs, '/x', bytes('new'), 0o644);
      return [read(fs, '/x'), read(base, '/x')];
    },
    'object form': () => {
      const fs = new afero.Afero({ Fs: files({ '/b': 'two', '/a': '1' }) });
      return [fs.ReadDir('/').map((info: any) => [info.Name(), info.Size()]), fs.Exists('/a'), fs.ReadFile('/b')];
    },
    glob: () => afero.Glob(files({ '/a1.txt': '', '/a2.txt': '', '/b.md': '' }), '/*.txt'),
    'from a reader': () => {
      const fs = files();
      afero.WriteReader(fs, '/deep/er/r.txt', 'the text of a reader');
      return [
        read(fs, '/deep/er/r.txt'),
        afero.FileContainsAnyBytes(fs, '/deep/er/r.txt', [bytes('no'), bytes('text')]),
      ];
    },
    'rename and remove': () => {
      const fs = files({ '/a': '1' });
      fs.Rename('/a', '/b');
      const moved = [afero.Exists(fs, '/a'), afero.Exists(fs, '/b')];
      fs.RemoveAll('/');
      return [...moved, afero.Exists(fs, '/b')];
    },
    'open for appending': () => {
      const fs = files({ '/log': 'one\n' });
      const file = fs.OpenFile('/log', os.O_APPEND | os.O_WRONLY, 0o644);
      file.WriteString('two\n');
      file.Close();
      return read(fs, '/log');
    },
    'a file system of our own': () => {
      const inner = files({ '/x': 'from Go' });
      const opened: string[] = [];
      const names = [
        'Create',
        'Mkdir',
        'MkdirAll',
        'OpenFile',
        'Remove',
        'RemoveAll',
        'Rename',
        'Stat',
        'Chmod',
        'Chown',
        'Chtimes',
      ];
      const fs = {
        ...Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => inner[name](...args)])),
        Name: () => 'ours',
        Open(path: string) {
          opened.push(path);
          return inner.Open(path);
        },
      };
      return [read(fs, '/x'), opened, afero.Exists(fs, '/y')];
    },
  };
});
