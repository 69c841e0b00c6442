package wire

import "bytes"

// A Step leads from an array or map of a frame to an item in it.
type Step struct {
	// Index counts the items of an array.
	Index int
	// InMap: the item is at a key, or is the key itself. Key is that item as it stands in the frame, if it is short text or a
	// number.
	InMap, IsKey bool
	Key          []byte
}

// Limits of a path, which is for people.
const (
	maxSteps   = 100
	maxKeySize = 256
)

// Path leads to the item that the last byte read belongs to, from the items that begin at start.
func (r *Reader) Path(start int) (path []Step) {
	defer func() { recover() }() // a frame cut short: the item in which it ends
	scan := Reader{buf: r.buf, pos: start}
	inMap, key := false, start
	for i := 0; len(path) < maxSteps; i++ {
		begin := scan.pos
		if i%2 == 0 {
			key = begin
		}
		if scan.pass() && scan.pos < r.pos && scan.Rest() > 0 {
			continue
		}
		step := Step{Index: i, InMap: inMap, IsKey: inMap && i%2 == 0}
		if inMap {
			step.Key = r.keyAt(key)
		}
		path = append(path, step)
		scan.pos = begin
		if scan.skip() == 0 || scan.pos >= r.pos {
			break
		}
		inMap, i = isMap(r.buf[begin]), -1
	}
	return path
}

// pass passes an item with all that it contains; false where the frame ends in it.
func (r *Reader) pass() (whole bool) {
	defer func() { recover() }()
	for left := 1; left > 0; left-- {
		left += r.skip()
	}
	return true
}

func (r *Reader) keyAt(at int) []byte {
	scan := Reader{buf: r.buf, pos: at}
	if scan.skip(); scan.pos-at > maxKeySize || !isTextOrNumber(r.buf[at]) {
		return nil
	}
	return bytes.Clone(r.buf[at:scan.pos]) // the reply is written over it
}

func isTextOrNumber(code byte) bool {
	return code < 0x80 || code >= 0xe0 || code >= 0xa0 && code < 0xc0 || code >= codeStr8 && code <= codeStr8+2 ||
		code >= codeFloat32 && code <= codeInt64
}

func isMap(code byte) bool {
	return code >= 0x80 && code < 0x90 || code == codeMap16 || code == codeMap16+1
}

// WritePath writes an array: an index for each step, in a map [key], for the key itself [key, true].
func (w *Writer) WritePath(path []Step) {
	w.WriteArray(len(path))
	for _, step := range path {
		if !step.InMap {
			w.WriteInt(step.Index)
			continue
		}
		n := 1
		if step.IsKey {
			n = 2
		}
		w.WriteArray(n)
		if step.Key == nil {
			w.WriteNil()
		}
		w.buf = append(w.buf, step.Key...)
		if step.IsKey {
			w.WriteBool(true)
		}
	}
}
