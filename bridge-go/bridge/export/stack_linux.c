// The stack cure. A host that switches stacks (koffi calls on one of its own) makes Go ask for the stack's bounds on each
// call. On Linux glibc answers that on the main thread by parsing /proc/self/maps: 100 microseconds instead of 50 ns.
//
// So this library has a pthread_getattr_np of its own, hidden, which the Go runtime's C part binds to. On the main thread
// it answers with the memory region that holds the current stack pointer, looked up once per region; on all other threads
// it hands over to the C library, which answers from memory there. Other libraries in the process see nothing of it.
//
// musl never asks (its runtime/cgo has no such call), so there is nothing to cure.

#define _GNU_SOURCE
#include <features.h>

#ifdef __GLIBC__

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int getattr_fn(pthread_t, pthread_attr_t *);
typedef struct { uintptr_t low, high; } region;

// Regions of the main thread's stacks: koffi's, the thread's own, those of other FFIs. Only that thread touches them.
enum { REGIONS = 8 };
static region regions[REGIONS];
static unsigned next_region;

// The main thread's id once it has called; ids are not reused while it lives.
static pthread_t main_thread;
static int main_known;

static int on_main_thread(pthread_t self) {
	if (__atomic_load_n(&main_known, __ATOMIC_ACQUIRE)) return pthread_equal(self, main_thread);
	if (syscall(SYS_gettid) != getpid()) return 0;
	main_thread = self;
	__atomic_store_n(&main_known, 1, __ATOMIC_RELEASE);
	return 1;
}

static int defer_to_libc(pthread_t thread, pthread_attr_t *attr) {
	static getattr_fn *libc_getattr;
	getattr_fn *f = __atomic_load_n(&libc_getattr, __ATOMIC_RELAXED);
	if (f == NULL) {
		f = (getattr_fn *)dlsym(RTLD_NEXT, "pthread_getattr_np");
		if (f == NULL) return -1;
		__atomic_store_n(&libc_getattr, f, __ATOMIC_RELAXED);
	}
	return f(thread, attr);
}

// Finds the region of the memory map that holds sp; the thread's own stack grows, so libc tells its bounds.
static int find_region(uintptr_t sp, pthread_t self, region *found) {
	FILE *maps = fopen("/proc/self/maps", "re");
	if (maps == NULL) return -1;
	char line[512];
	int result = -1;
	while (result == -1 && fgets(line, sizeof line, maps) != NULL) {
		unsigned long low, high;
		if (sscanf(line, "%lx-%lx", &low, &high) != 2 || sp < low || sp >= high) continue;
		*found = (region){low, high};
		result = strstr(line, "[stack]") != NULL;
	}
	fclose(maps);
	if (result != 1) return result;

	pthread_attr_t attr;
	void *address;
	size_t size;
	if (defer_to_libc(self, &attr) != 0) return -1;
	if (pthread_attr_getstack(&attr, &address, &size) == 0) {
		*found = (region){(uintptr_t)address, (uintptr_t)address + size};
	}
	pthread_attr_destroy(&attr);
	return 0;
}

__attribute__((visibility("hidden")))
int pthread_getattr_np(pthread_t thread, pthread_attr_t *attr) {
	if (!pthread_equal(thread, pthread_self()) || !on_main_thread(thread)) return defer_to_libc(thread, attr);

	uintptr_t sp = (uintptr_t)__builtin_frame_address(0);
	for (unsigned i = 0; i < REGIONS; i++) {
		if (sp >= regions[i].low && sp < regions[i].high) {
			return pthread_attr_setstack(attr, (void *)regions[i].low, regions[i].high - regions[i].low);
		}
	}
	region found;
	if (find_region(sp, thread, &found) != 0) return defer_to_libc(thread, attr);
	regions[next_region++ % REGIONS] = found;
	return pthread_attr_setstack(attr, (void *)found.low, found.high - found.low);
}

#endif
