package wire

// A Form is what kind of item comes next, where a frame says so itself.
type Form int

const (
	Tag Form = iota // a tag and its payload
	Nil
	Bool
	Integer
	Int64
	Uint64
	Float
	Text
	Bytes
	Array
	Map
)

// codeTag stands before a tag and one item of payload: values that MessagePack has no form for. MessagePack itself never uses it.
const codeTag = 0xc1

// forms are the forms by code.
var forms = func() (table [256]Form) {
	fill := func(from, to int, form Form) {
		for code := from; code <= to; code++ {
			table[code] = form
		}
	}
	fill(0x00, 0x7f, Integer)
	fill(0x80, 0x8f, Map)
	fill(0x90, 0x9f, Array)
	fill(0xa0, 0xbf, Text)
	fill(codeNil, codeNil, Nil)
	fill(codeFalse, codeTrue, Bool)
	fill(codeBin8, codeBin8+2, Bytes)
	fill(codeFloat32, codeFloat64, Float)
	fill(codeUint8, codeUint32, Integer)
	fill(codeUint64, codeUint64, Uint64)
	fill(codeInt8, codeInt32, Integer)
	fill(codeInt64, codeInt64, Int64)
	fill(codeFixExt4, codeFixExt4, Bytes)
	fill(codeStr8, codeStr8+2, Text)
	fill(codeArray16, codeArray16+1, Array)
	fill(codeMap16, codeMap16+1, Map)
	fill(0xe0, 0xff, Integer)
	return
}()

// Next tells what comes next; codes that no item begins with are Tag, which ReadTag refuses.
func (r *Reader) Next() Form { return forms[r.peek()] }

// IsTag reports whether this tag comes next.
func (r *Reader) IsTag(tag int) bool {
	return r.pos+1 < len(r.buf) && r.buf[r.pos] == codeTag && int(r.buf[r.pos+1]) == tag
}

// ReadTag takes a tag; its payload follows.
func (r *Reader) ReadTag() int {
	if code := r.code(); code != codeTag {
		r.unexpected("a value", code)
	}
	return r.ReadInt()
}

// WriteTag writes a tag; the payload must follow.
func (w *Writer) WriteTag(tag int) {
	w.buf = append(w.buf, codeTag)
	w.WriteInt(tag)
}
