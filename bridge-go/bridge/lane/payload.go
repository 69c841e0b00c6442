package lane

import "unsafe"

// Lend remembers memory of the caller until the next call on this lane has run, and returns its index.
// size −1 takes everything back that was lent.
func (l *Lane) Lend(memory unsafe.Pointer, size int) int32 {
	if size < 0 {
		l.takeBack()
		return 0
	}
	if memory == nil && size > 0 {
		return -1
	}
	l.Lent = append(l.Lent, bytes(memory, size))
	return int32(len(l.Lent) - 1)
}

// takeBack forgets what was lent; its memory may be gone when the call returns.
func (l *Lane) takeBack() {
	clear(l.Lent)
	l.Lent = l.Lent[:0]
}

// Begin forgets what the last call left.
func (l *Lane) Begin() {
	l.Busy = true
	if l.Kept != nil || l.Spill != nil || l.Written != nil { // a store of a pointer costs more than the question
		l.Kept, l.Spill, l.Written = nil, nil, nil
	}
}

// End ends the call; nothing that was lent is touched after it.
func (l *Lane) End() {
	l.Busy = false
	if len(l.Lent) > 0 {
		l.takeBack()
	}
}

// Take copies what was kept under index (−1: the spilled reply; −2 and down: the slices that were lent, from the first) to
// memory, which must have room for it, and lets go of it.
func (l *Lane) Take(index int32, memory unsafe.Pointer) bool {
	kept := &l.Spill
	if list, i := l.Kept, index; index != -1 {
		if index < -1 {
			list, i = l.Written, -2-index
		}
		if int(i) >= len(list) {
			return false
		}
		kept = &list[i]
	}
	if *kept == nil || memory == nil {
		return false
	}
	copy(bytes(memory, len(*kept)), *kept)
	*kept = nil
	return true
}
