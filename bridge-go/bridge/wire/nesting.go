package wire

// MaxNesting is how deep arrays and maps may stand in each other in a long request.
const MaxNesting = 1000

// UncheckedNesting is the request length up to which depth needs no check: each level takes a byte.
const UncheckedNesting = 4096

// CheckNesting faults where a request is nested so deep that decoding it would exhaust the goroutine's stack,
// which would end the process: printed readers recurse through literals of recursive types. It reads a long request
// once more, at a small part of the cost of decoding it.
func (r *Reader) CheckNesting() {
	if len(r.buf) <= UncheckedNesting {
		return
	}
	scan := Reader{buf: r.buf, pos: r.pos}
	open := make([]int, 0, 32) // items that are still to come, for every container that is open
	for scan.Rest() > 0 {
		items := scan.skip()
		for len(open) > 0 && items == 0 {
			last := len(open) - 1
			if open[last]--; open[last] > 0 {
				break
			}
			open = open[:last]
		}
		if items > 0 {
			if len(open) == MaxNesting {
				malformed("the request is nested too deep")
			}
			open = append(open, items)
		}
	}
}

// skip passes one scalar, or the header of a container, and returns how many items the container has.
func (r *Reader) skip() (items int) {
	code := r.code()
	switch {
	case code < 0x80 || code >= 0xe0 || code == codeNil || code == codeFalse || code == codeTrue:
	case code < 0x90:
		return 2 * int(code&0x0f)
	case code < 0xa0:
		return int(code & 0x0f)
	case code < 0xc0 || code >= codeStr8 && code <= codeStr8+2:
		r.text(code)
	case code >= codeBin8 && code <= codeBin8+2:
		r.take(r.length(1 << (code - codeBin8)))
	case code >= codeExt8 && code <= codeExt8+2:
		r.take(r.length(1<<(code-codeExt8)) + 1)
	case code == codeFloat32:
		r.take(4)
	case code == codeFloat64:
		r.take(8)
	case code >= codeUint8 && code <= codeUint64:
		r.take(1 << (code - codeUint8))
	case code >= codeInt8 && code <= codeInt64:
		r.take(1 << (code - codeInt8))
	case code >= 0xd4 && code <= 0xd8:
		r.take(1<<(code-0xd4) + 1)
	case code == codeArray16 || code == codeArray16+1:
		return r.length(2 << (code - codeArray16))
	case code == codeMap16 || code == codeMap16+1:
		return 2 * r.length(2<<(code-codeMap16))
	case code == codeTag:
		return 2
	default:
		r.unexpected("an item", code)
	}
	return 0
}
