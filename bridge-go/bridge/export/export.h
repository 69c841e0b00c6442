// The C face of a library: abi/ABI.md, "Exports". A linker that takes no list of exports goes by these declarations.
#ifndef UG_EXPORT_H
#define UG_EXPORT_H

#include <stdint.h>

#ifdef _WIN32
#define UG_EXPORT __declspec(dllexport)
#else
#define UG_EXPORT __attribute__((visibility("default")))
#endif

UG_EXPORT int32_t ug_abi(int32_t lane);
UG_EXPORT int32_t ug_attach(int32_t lane, void *memory, int32_t size);
UG_EXPORT int32_t ug_call(int32_t lane, int32_t fn, int32_t n);
UG_EXPORT int32_t ug_block(int32_t *memory);
UG_EXPORT _Bool ug_run(void);
UG_EXPORT int32_t ug_lend(int32_t lane, void *memory, int32_t size);
UG_EXPORT int32_t ug_take(int32_t lane, int32_t index, void *memory);
UG_EXPORT int32_t ug_close(int32_t env);

#endif
