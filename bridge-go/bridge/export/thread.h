// Which threads opened an environment, and which of them have ended.
#ifndef UG_THREAD_H
#define UG_THREAD_H

#include <stdint.h>

// How many threads ended since the last sweep; read by Go before each call.
extern int32_t ug_ended;

// Notes that the calling thread opened env; 0, or -1 when the platform has no slot left.
int32_t ug_thread_watch(int32_t env);

// An environment whose thread ended, each once; 0 when there is none left.
int32_t ug_thread_sweep(void);

#endif
