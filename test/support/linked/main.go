// Linked says what Go's own readers see in libraries, one line of JSON each, for builder/library/linked.build.test.ts.
package main

import (
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"encoding/json"
	"os"
	"slices"
	"strings"
)

type linked struct {
	Machine int      `json:"machine"`
	Needs   []string `json:"needs"`
	// Exports are those of ELF and Mach-O; debug/pe reads none.
	Exports []string `json:"exports,omitempty"`
}

func main() {
	for _, file := range os.Args[1:] {
		l, err := read(file)
		if err != nil {
			panic(err)
		}
		slices.Sort(l.Exports)
		slices.Sort(l.Needs)
		l.Needs = slices.Compact(l.Needs)
		json.NewEncoder(os.Stdout).Encode(l)
	}
}

func read(file string) (*linked, error) {
	if f, err := elf.Open(file); err == nil {
		return readELF(f)
	}
	if f, err := macho.Open(file); err == nil {
		return readMachO(f)
	}
	f, err := pe.Open(file)
	if err != nil {
		return nil, err
	}
	return readPE(f)
}

func readELF(f *elf.File) (*linked, error) {
	needs, err := f.ImportedLibraries()
	if err != nil {
		return nil, err
	}
	l := &linked{Machine: int(f.Machine), Needs: needs}
	symbols, err := f.DynamicSymbols()
	for _, s := range symbols {
		if s.Section != elf.SHN_UNDEF && elf.ST_BIND(s.Info) != elf.STB_LOCAL {
			l.Exports = append(l.Exports, s.Name)
		}
	}
	return l, err
}

func readMachO(f *macho.File) (*linked, error) {
	needs, err := f.ImportedLibraries()
	if err != nil {
		return nil, err
	}
	l := &linked{Machine: int(f.Cpu), Needs: needs}
	const external, private, defined = 0x01, 0x10, 0x0e
	for _, s := range f.Symtab.Syms {
		if s.Type&external != 0 && s.Type&private == 0 && s.Type&defined != 0 {
			l.Exports = append(l.Exports, strings.TrimPrefix(s.Name, "_"))
		}
	}
	return l, nil
}

// readPE goes by the imported symbols: debug/pe's ImportedLibraries is empty.
func readPE(f *pe.File) (*linked, error) {
	symbols, err := f.ImportedSymbols()
	l := &linked{Machine: int(f.Machine)}
	for _, s := range symbols {
		_, library, _ := strings.Cut(s, ":")
		l.Needs = append(l.Needs, library)
	}
	return l, err
}
