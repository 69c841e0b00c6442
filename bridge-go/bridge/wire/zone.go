package wire

import (
	"sync"
	"sync/atomic"
	"time"
)

// Zones that were sent, by name, so that a time which comes back keeps its rules and not only its offset.
// Bounded: a program that makes up zone names without end gets fixed offsets for the later ones.
var (
	zones     sync.Map // string → *time.Location
	zoneCount atomic.Int32
)

const maxZones = 1024

// zoneOf is the name under which location finds the time's zone again.
func zoneOf(t time.Time) string {
	loc := t.Location()
	name := loc.String()
	if loc != time.UTC && loc != time.Local && zoneCount.Load() < maxZones {
		if _, known := zones.LoadOrStore(name, loc); !known {
			zoneCount.Add(1)
		}
	}
	return name
}

// location is Go's own UTC or Local, a zone that was sent and has this offset at t, or a fixed offset.
func location(t time.Time, name string, offset int) *time.Location {
	if name == "UTC" && offset == 0 {
		return time.UTC
	}
	loc := time.Local
	if name != "Local" {
		sent, ok := zones.Load(name)
		if !ok {
			return time.FixedZone(name, offset)
		}
		loc = sent.(*time.Location)
	}
	if _, o := t.In(loc).Zone(); o != offset {
		return time.FixedZone(name, offset)
	}
	return loc
}
