package call

import (
	"os"
	"reflect"
	"runtime/debug"
	"strings"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// recovered is deferred around every call. What panicked becomes the reply; what was written before is dropped, with
// the handles in it.
func (c *Call) recovered() {
	if !c.running {
		return
	}
	v := recover()
	if v == nil && c.apart != nil {
		// runtime.Goexit ends only this goroutine: to the caller it is a panic.
		v = "runtime.Goexit was called"
	}
	if v == nil {
		// runtime.Goexit cannot be stopped, and Go ends the process when it reaches the C frame below. Say why.
		os.Stderr.WriteString("usegolib: Go code called runtime.Goexit on JavaScript's thread; the process ends\n")
		return
	}
	c.takeBack()
	c.restart()
	defer c.lastResort()
	if f, ok := v.(wire.Fault); ok {
		c.writeFault(f)
		return
	}
	c.writePanic(v, string(debug.Stack()))
}

// lastResort answers when even describing what happened panics: nothing may reach the C frame below.
func (c *Call) lastResort() {
	if recover() != nil {
		c.takeBack()
		c.restart()
		c.done = true
		c.writeFault(wire.Fault{Code: abi.FaultMalformed, Message: "internal error: the failure could not be described"})
	}
}

// takeBack gives back the handles of a reply that JavaScript will not see.
func (c *Call) takeBack() {
	for _, h := range c.sent {
		objects.GiveBack(c.env, h, 1)
	}
	c.sent = c.sent[:0]
}

// noArgument stands for the index of a fault that is about the frees, the receiver or a result.
const noArgument = -1

// writeFault writes the code, the message, and where in the arguments is what it is about.
func (c *Call) writeFault(f wire.Fault) {
	var path []wire.Step
	if !c.done && c.start != noArgument {
		path = c.Path(c.start)
	}
	c.status = abi.StatusFault
	c.WriteInt(f.Code)
	c.WriteMended(f.Message)
	if path == nil {
		c.WriteNil()
	} else {
		c.WritePath(path)
	}
	c.WriteInt(c.taken)
}

// writePanic writes the message, the Go type, the stack and, if the value is an error, its node.
func (c *Call) writePanic(v any, stack string) {
	c.status = abi.StatusPanic
	c.WriteMended(goerr.Text(v))
	c.WriteMended(goerr.TypeName(reflect.TypeOf(v)))
	c.WriteMended(userStack(stack))
	if err, ok := v.(error); ok {
		c.writeNode(goerr.Describe(err))
	} else {
		c.WriteNil()
	}
}

// userStack drops the frames of the recovery above the panic and those of the bridge below the wrapper. A frame is two
// lines: function, place.
//
//	goroutine 17 [running, locked to thread]:
//	github.com/Masterminds/semver/v3.MustParse({0xc000012345, 0x1})
//		github.com/Masterminds/semver/v3@v3.4.0/version.go:190 +0x65
func userStack(stack string) string {
	lines := strings.Split(strings.TrimRight(stack, "\n"), "\n")
	head, frames := lines[0], lines[1:]
	for i := 0; i+1 < len(frames); i += 2 {
		if strings.HasPrefix(frames[i], "panic(") {
			frames = frames[i+2:]
			break
		}
	}
	for i := 0; i+1 < len(frames); i += 2 {
		if strings.HasPrefix(frames[i], "usegolib.internal/bridge/call.(*Call).serve(") {
			frames = frames[:i]
			break
		}
	}
	return strings.Join(append([]string{head}, frames...), "\n")
}
