// Notes the end of threads that opened an environment. Runs in the destructor of a thread that is ending, where Go must
// not be entered (its own per-thread state may be gone already): it only moves a node from one list to another.
//
// A worker thread ends by terminate() without any JavaScript running, so nobody else can tell.

#include "thread.h"

#include <stdlib.h>

typedef struct node {
	int32_t env;
	struct node *next;
} node;

int32_t ug_ended;

static node *ended; // a stack that any thread pushes to

// Moves all nodes of one thread to the ended ones.
static void thread_ends(void *own) {
	node *first = own, *last = first;
	if (first == NULL) return;
	int32_t count = 1;
	for (; last->next != NULL; last = last->next) count++;
	last->next = __atomic_load_n(&ended, __ATOMIC_RELAXED);
	while (!__atomic_compare_exchange_n(&ended, &last->next, first, 0, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
	}
	__atomic_fetch_add(&ug_ended, count, __ATOMIC_RELEASE);
}

#ifdef _WIN32

#include <windows.h>

static DWORD key = FLS_OUT_OF_INDEXES;
static INIT_ONCE once = INIT_ONCE_STATIC_INIT;

static void WINAPI fls_ends(void *own) { thread_ends(own); }

static BOOL CALLBACK make_key(PINIT_ONCE o, void *p, void **c) {
	key = FlsAlloc(fls_ends);
	return TRUE;
}

static int ready(void) {
	InitOnceExecuteOnce(&once, make_key, NULL, NULL);
	return key != FLS_OUT_OF_INDEXES;
}

static node *get(void) { return FlsGetValue(key); }
static int set(node *n) { return FlsSetValue(key, n) ? 0 : -1; }

#else

#include <pthread.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int made;

static void make_key(void) { made = pthread_key_create(&key, thread_ends) == 0; }

static int ready(void) {
	pthread_once(&once, make_key);
	return made;
}

static node *get(void) { return pthread_getspecific(key); }
static int set(node *n) { return pthread_setspecific(key, n) == 0 ? 0 : -1; }

#endif

int32_t ug_thread_watch(int32_t env) {
	node *n = malloc(sizeof *n);
	if (n == NULL) return -1;
	if (!ready()) {
		free(n);
		return -1;
	}
	n->env = env;
	n->next = get();
	if (set(n) != 0) {
		free(n);
		return -1;
	}
	return 0;
}

int32_t ug_thread_sweep(void) {
	// One sweeper takes the whole list, hands out one node and puts the rest back: pushes by others stay safe.
	node *all = __atomic_exchange_n(&ended, NULL, __ATOMIC_ACQUIRE);
	if (all == NULL) return 0;
	node *rest = all->next;
	int32_t env = all->env;
	free(all);
	__atomic_fetch_sub(&ug_ended, 1, __ATOMIC_RELEASE);
	if (rest != NULL) {
		node *last = rest;
		while (last->next != NULL) last = last->next;
		last->next = __atomic_load_n(&ended, __ATOMIC_RELAXED);
		while (!__atomic_compare_exchange_n(&ended, &last->next, rest, 0, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
		}
	}
	return env;
}
