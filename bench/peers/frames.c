/*
 * The same exports as the runtime's, called from a C addon: what a crossing costs when JavaScript reaches it by Node-API
 * instead of koffi. open(path, noop, add, greet) takes a library of usegolib and the numbers of three functions in it.
 */
#include <dlfcn.h>
#include <node_api.h>
#include <stdint.h>
#include <string.h>

static int32_t (*ug_call)(int32_t, int32_t, int32_t);
static uint8_t memory[65536];
static int32_t lane, noop_number, add_number, greet_number;

static napi_value open_library(napi_env env, napi_callback_info info) {
  size_t argc = 4;
  napi_value args[4], result;
  char path[4096];
  napi_get_cb_info(env, info, &argc, args, NULL, NULL);
  napi_get_value_string_utf8(env, args[0], path, sizeof path, NULL);
  napi_get_value_int32(env, args[1], &noop_number);
  napi_get_value_int32(env, args[2], &add_number);
  napi_get_value_int32(env, args[3], &greet_number);
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    napi_throw_error(env, NULL, dlerror());
    return NULL;
  }
  int32_t (*ug_attach)(int32_t, void *, int32_t) = (int32_t(*)(int32_t, void *, int32_t))dlsym(library, "ug_attach");
  ug_call = (int32_t(*)(int32_t, int32_t, int32_t))dlsym(library, "ug_call");
  lane = ug_attach(0, memory, sizeof memory);
  napi_create_int32(env, lane, &result);
  return result;
}

static napi_value noop(napi_env env, napi_callback_info info) {
  if (ug_call(lane, noop_number, 0) & 7) napi_throw_error(env, NULL, "noop failed");
  return NULL;
}

/* A number of JavaScript as a Go int: fixint, or a float64. */
static int32_t put(int32_t pos, double value) {
  if (value >= 0 && value < 128 && value == (int)value) {
    memory[pos] = (uint8_t)value;
    return pos + 1;
  }
  uint64_t bits;
  memcpy(&bits, &value, 8);
  bits = __builtin_bswap64(bits);
  memory[pos] = 0xcb;
  memcpy(memory + pos + 1, &bits, 8);
  return pos + 9;
}

static napi_value add(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value args[2], result;
  double a, b;
  napi_get_cb_info(env, info, &argc, args, NULL, NULL);
  if (argc != 2 || napi_get_value_double(env, args[0], &a) != napi_ok ||
      napi_get_value_double(env, args[1], &b) != napi_ok) {
    napi_throw_type_error(env, NULL, "Add wants two numbers");
    return NULL;
  }
  if (ug_call(lane, add_number, put(put(0, a), b)) & 7 || memory[0] > 127) {
    napi_throw_error(env, NULL, "add failed");
    return NULL;
  }
  napi_create_int32(env, memory[0], &result);
  return result;
}

/* Text as a str32; the reply is a fixstr, a str8 or a str16 of ASCII. */
static napi_value greet(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value arg, result;
  napi_get_cb_info(env, info, &argc, &arg, NULL, NULL);
  if (argc != 1 || napi_get_value_string_utf8(env, arg, (char *)memory + 5, sizeof memory - 5, &length) != napi_ok) {
    napi_throw_type_error(env, NULL, "Greet wants text");
    return NULL;
  }
  uint32_t count = __builtin_bswap32((uint32_t)length);
  memory[0] = 0xdb;
  memcpy(memory + 1, &count, 4);
  int failed = ug_call(lane, greet_number, (int32_t)length + 5) & 7;
  size_t head = memory[0] == 0xd9 ? 2 : memory[0] == 0xda ? 3 : 1;
  size_t size = head == 1 ? memory[0] & 31 : head == 2 ? memory[1] : memory[1] << 8 | memory[2];
  if (failed || (head == 1 && (memory[0] & 0xe0) != 0xa0)) {
    napi_throw_error(env, NULL, "greet failed");
    return NULL;
  }
  napi_create_string_latin1(env, (char *)memory + head, size, &result);
  return result;
}

NAPI_MODULE_INIT() {
  const struct {
    const char *name;
    napi_callback run;
  } functions[] = {{"open", open_library}, {"noop", noop}, {"add", add}, {"greet", greet}};
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    napi_value function;
    napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH, functions[i].run, NULL, &function);
    napi_set_named_property(env, exports, functions[i].name, function);
  }
  return exports;
}
