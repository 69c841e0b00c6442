//go:build unix

package export

import (
	"os/signal"
	"syscall"
)

// Go would end the process by SIGPIPE when a module prints to a closed stdout, although Node ignores that signal.
func init() { signal.Ignore(syscall.SIGPIPE) }
