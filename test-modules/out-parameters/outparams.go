// Package outparams writes to variables of the caller.
package outparams

import (
	"encoding/json"
	"fmt"
)

// Int writes an int.
func Int(p *int) { *p += 42 }

// Int64 writes an int64.
func Int64(p *int64) { *p = 1 << 60 }

// Text writes a string.
func Text(p *string) { *p += "!" }

// List appends to a slice.
func List(p *[]int) { *p = append(*p, 1, 2) }

// Any writes any value.
func Any(p *any) { *p = map[string]any{"a": 1} }

// Decode decodes JSON into what into points to, as decoders do.
func Decode(text string, into any) error { return json.Unmarshal([]byte(text), into) }

// Config is a record.
type Config struct {
	Name string `json:"name"`
	Port int    `json:"port"`
}

// Load writes a record.
func Load(c *Config) { c.Name, c.Port = "loaded", c.Port+1 }

// Scan scans as fmt.Sscan does.
func Scan(text string, into ...any) (int, error) { return fmt.Sscan(text, into...) }

// Same reports whether two pointers are one.
func Same(a, b *int) bool { return a == b }
