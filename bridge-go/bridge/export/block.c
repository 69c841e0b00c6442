// The short way into a call: no arguments, and a result that is one bit. Through an FFI each argument costs a twentieth of
// the whole call, so they stand in memory that the calling thread bound once.

#include "_cgo_export.h"

#ifdef __linux__
// One load instead of a call into the loader.
#define UG_TLS __thread __attribute__((tls_model("initial-exec")))
#else
#define UG_TLS __thread
#endif

static UG_TLS int32_t *block;

// Binds the calling thread's block. 0, or -1 when the thread has one.
int32_t ug_block(int32_t *memory) {
	if (block != NULL || memory == NULL) return -1;
	block = memory;
	return 0;
}

// Runs what stands in the block. True when the status is not ok, and where there is no block.
_Bool ug_run(void) { return block == NULL || ugRunBlock(block); }
