//go:build full

package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/afero"
	bolt "go.etcd.io/bbolt"
)

func init() {
	people := []byte("people")
	database := func(options *bolt.Options, use func(*bolt.DB) any) any {
		folder := must(os.MkdirTemp("", "usegolib-bolt-"))
		defer os.RemoveAll(folder)
		db := must(bolt.Open(filepath.Join(folder, "a.db"), 0o600, options))
		defer db.Close()
		must(0, db.Update(func(tx *bolt.Tx) error {
			b := must(tx.CreateBucket(people))
			for _, p := range [][2]string{{"ann", "31"}, {"bob", "7"}, {"cid", "52"}} {
				must(0, b.Put([]byte(p[0]), []byte(p[1])))
			}
			return nil
		}))
		return use(db)
	}
	view := func(db *bolt.DB, look func(*bolt.Bucket) any) (seen any) {
		must(0, db.View(func(tx *bolt.Tx) error { seen = look(tx.Bucket(people)); return nil }))
		return
	}
	copied := func(raw []byte) []byte { return append([]byte{}, raw...) }
	groups["bbolt"] = group{
		"get": func() any {
			return database(nil, func(db *bolt.DB) any {
				return view(db, func(b *bolt.Bucket) any { return list(copied(b.Get([]byte("bob"))), copied(b.Get([]byte("dan")))) })
			})
		},
		"for each": func() any {
			return database(nil, func(db *bolt.DB) any {
				return view(db, func(b *bolt.Bucket) any {
					seen := []any{}
					must(0, b.ForEach(func(k, v []byte) error { seen = append(seen, list(string(k), string(v))); return nil }))
					return seen
				})
			})
		},
		"cursor": func() any {
			return database(nil, func(db *bolt.DB) any {
				return view(db, func(b *bolt.Bucket) any {
					c, seen := b.Cursor(), []string{}
					for k, _ := c.Seek([]byte("b")); k != nil; k, _ = c.Next() {
						seen = append(seen, string(k))
					}
					k, v := c.Last()
					return list(seen, copied(k), copied(v))
				})
			})
		},
		"a function that throws rolls back": func() any {
			return database(nil, func(db *bolt.DB) any {
				mine := errors.New("changed my mind")
				err := db.Update(func(tx *bolt.Tx) error {
					must(0, tx.Bucket(people).Put([]byte("eve"), []byte("1")))
					return mine
				})
				return list(err == mine, view(db, func(b *bolt.Bucket) any { return copied(b.Get([]byte("eve"))) }))
			})
		},
		"an error of Go in the function": func() any {
			return database(nil, func(db *bolt.DB) any {
				return db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket(people); return err })
			})
		},
		"writes in a view": func() any {
			return database(nil, func(db *bolt.DB) any {
				return view(db, func(b *bolt.Bucket) any { return b.Put([]byte("x"), []byte("y")) })
			})
		},
		"delete": func() any {
			return database(nil, func(db *bolt.DB) any {
				must(0, db.Update(func(tx *bolt.Tx) error { return tx.Bucket(people).Delete([]byte("ann")) }))
				return view(db, func(b *bolt.Bucket) any { return list(copied(b.Get([]byte("ann"))), b.Stats().KeyN) })
			})
		},
		"sequence": func() any {
			return database(nil, func(db *bolt.DB) any {
				ids := []any{}
				must(0, db.Update(func(tx *bolt.Tx) error {
					b := tx.Bucket(people)
					ids = append(ids, must(b.NextSequence()), must(b.NextSequence()), b.Sequence())
					return nil
				}))
				return ids
			})
		},
		"nested buckets": func() any {
			return database(nil, func(db *bolt.DB) any {
				names := []string{}
				must(0, db.Update(func(tx *bolt.Tx) error {
					inner := must(must(tx.CreateBucketIfNotExists([]byte("outer"))).CreateBucketIfNotExists([]byte("inner")))
					must(0, inner.Put([]byte("k"), []byte("v")))
					return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
						names = append(names, string(name)+" "+map[bool]string{true: "true", false: "false"}[b.Writable()])
						return nil
					})
				}))
				return names
			})
		},
		"a transaction by hand": func() any {
			return database(nil, func(db *bolt.DB) any {
				tx := must(db.Begin(true))
				must(0, tx.Bucket(people).Put([]byte("eve"), []byte("1")))
				must(0, tx.Rollback())
				tx = must(db.Begin(true))
				must(0, tx.Bucket(people).Put([]byte("fay"), []byte("2")))
				must(0, tx.Commit())
				return view(db, func(b *bolt.Bucket) any { return list(copied(b.Get([]byte("eve"))), copied(b.Get([]byte("fay")))) })
			})
		},
		"on commit": func() any {
			return database(nil, func(db *bolt.DB) any {
				order := []string{}
				must(0, db.Batch(func(tx *bolt.Tx) error {
					tx.OnCommit(func() { order = append(order, "committed") })
					order = append(order, "in")
					return nil
				}))
				return order
			})
		},
		"no name": func() any {
			return database(nil, func(db *bolt.DB) any {
				return db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket(nil); return err })
			})
		},
		"errors": func() any { return list(bolt.ErrBucketNotFound, bolt.ErrTxNotWritable, bolt.MaxKeySize) },
		"options": func() any {
			return database(&bolt.Options{NoSync: true, PageSize: 8192, Timeout: time.Second}, func(db *bolt.DB) any {
				return list(db.IsReadOnly(), db.NoSync, db.Info().PageSize)
			})
		},
	}

	files := func(content ...string) afero.Fs {
		mem := afero.NewMemMapFs()
		for i := 0; i < len(content); i += 2 {
			must(0, afero.WriteFile(mem, content[i], []byte(content[i+1]), 0o644))
		}
		return mem
	}
	read := func(fs afero.Fs, path string) string { return string(must(afero.ReadFile(fs, path))) }
	exists := func(fs afero.Fs, path string) bool { return must(afero.Exists(fs, path)) }
	groups["afero"] = group{
		"write and read": func() any {
			m := files("/a/b.txt", "hi")
			return list(read(m, "/a/b.txt"), exists(m, "/a/b.txt"), exists(m, "/no"), must(afero.DirExists(m, "/a")), must(afero.FileContainsBytes(m, "/a/b.txt", []byte("h"))))
		},
		"walk": func() any {
			seen := []any{}
			must(0, afero.Walk(files("/a/b.txt", "hi", "/a/c/d.txt", "hello", "/a/skip/e.txt", ""), "/a", func(path string, info fs.FileInfo, err error) error {
				if info.Name() == "skip" {
					return filepath.SkipDir
				}
				size := info.Size()
				if info.IsDir() {
					size = 0
				}
				seen = append(seen, list(path, size, err))
				return nil
			}))
			return seen
		},
		"a file": func() any {
			m := files()
			f := must(m.Create("/x"))
			must(f.WriteString("hello"))
			at := must(f.Seek(1, 0))
			rest := must(io.ReadAll(f))
			must(0, f.Close())
			info := must(m.Stat("/x"))
			return list(at, rest, info.Size(), info.Name(), f.Name())
		},
		"missing":   func() any { return try(afero.ReadFile(files(), "/no")) },
		"read only": func() any { return afero.NewReadOnlyFs(files()).Mkdir("/x", 0o755) },
		"below a folder": func() any {
			base := files()
			m := afero.NewBasePathFs(base, "/root").(*afero.BasePathFs)
			must(0, afero.WriteFile(m, "/x", []byte("1"), 0o644))
			return list(exists(base, "/root/x"), must(m.RealPath("/x")), m.Name())
		},
		"copy on write": func() any {
			base := files("/x", "old")
			m := afero.NewCopyOnWriteFs(afero.NewReadOnlyFs(base), files())
			must(0, afero.WriteFile(m, "/x", []byte("new"), 0o644))
			return list(read(m, "/x"), read(base, "/x"))
		},
		"object form": func() any {
			m := afero.Afero{Fs: files("/b", "two", "/a", "1")}
			infos := []any{}
			for _, info := range must(m.ReadDir("/")) {
				infos = append(infos, list(info.Name(), info.Size()))
			}
			return list(infos, must(m.Exists("/a")), must(m.ReadFile("/b")))
		},
		"glob": func() any { return try(afero.Glob(files("/a1.txt", "", "/a2.txt", "", "/b.md", ""), "/*.txt")) },
		"from a reader": func() any {
			m := files()
			must(0, afero.WriteReader(m, "/deep/er/r.txt", strings.NewReader("the text of a reader")))
			return list(read(m, "/deep/er/r.txt"), must(afero.FileContainsAnyBytes(m, "/deep/er/r.txt", [][]byte{[]byte("no"), []byte("text")})))
		},
		"rename and remove": func() any {
			m := files("/a", "1")
			must(0, m.Rename("/a", "/b"))
			a, b := exists(m, "/a"), exists(m, "/b")
			must(0, m.RemoveAll("/"))
			return list(a, b, exists(m, "/b"))
		},
		"open for appending": func() any {
			m := files("/log", "one\n")
			f := must(m.OpenFile("/log", os.O_APPEND|os.O_WRONLY, 0o644))
			must(f.WriteString("two\n"))
			must(0, f.Close())
			return read(m, "/log")
		},
		"a file system of our own": func() any {
			m := files("/x", "from Go")
			return list(read(m, "/x"), []string{"/x"}, exists(m, "/y"))
		},
	}
}
