// Package standard shows the standard library's types that have a JavaScript form of their own.
package standard

import (
	"database/sql"
	"encoding/json"
	"math/big"
	"net/url"
	"time"
)

func Time(t time.Time) time.Time             { return t }
func Duration(d time.Duration) time.Duration { return d }
func BigInt(n *big.Int) *big.Int             { return n }
func BigValue(n big.Int) big.Int             { return n }
func Rat(r *big.Rat) *big.Rat                { return r }
func JSON(r json.RawMessage) json.RawMessage { return r }
func Number(n json.Number) json.Number       { return n }
func Null(s sql.NullString) sql.NullString   { return s }
func Later(t *time.Time) *time.Time          { return t }

// Parse gives an object of another package.
func Parse(s string) (*url.URL, error) { return url.Parse(s) }

// Moment gives a time with nanoseconds and a zone.
func Moment() time.Time {
	return time.Date(2026, 1, 2, 3, 4, 5, 678901234, time.FixedZone("XYZ", 3600))
}
