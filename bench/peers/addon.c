/*
 * The C addon one writes by hand for speed: Node-API in front of the plain exports of ./exports.
 * open(path) loads that library; the other functions are its exports with JavaScript values.
 */
#include <dlfcn.h>
#include <node_api.h>
#include <stdint.h>
#include <stdlib.h>

static void (*go_noop)(void);
static int64_t (*go_add)(int64_t, int64_t);
static int (*go_greet)(const char *, int, char *);
static void (*go_mirror)(double *);

static napi_value open_library(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value arg;
  char path[4096];
  napi_get_cb_info(env, info, &argc, &arg, NULL, NULL);
  napi_get_value_string_utf8(env, arg, path, sizeof path, NULL);
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    napi_throw_error(env, NULL, dlerror());
    return NULL;
  }
  go_noop = (void (*)(void))dlsym(library, "Noop");
  go_add = (int64_t(*)(int64_t, int64_t))dlsym(library, "Add");
  go_greet = (int (*)(const char *, int, char *))dlsym(library, "Greet");
  go_mirror = (void (*)(double *))dlsym(library, "Mirror");
  return NULL;
}

static napi_value noop(napi_env env, napi_callback_info info) {
  go_noop();
  return NULL;
}

static napi_value add(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value args[2], result;
  int64_t a, b;
  napi_get_cb_info(env, info, &argc, args, NULL, NULL);
  napi_get_value_int64(env, args[0], &a);
  napi_get_value_int64(env, args[1], &b);
  napi_create_int64(env, go_add(a, b), &result);
  return result;
}

static napi_value greet(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value arg, result;
  char short_name[2048], short_out[2048];
  napi_get_cb_info(env, info, &argc, &arg, NULL, NULL);
  napi_get_value_string_utf8(env, arg, short_name, sizeof short_name, &length);
  if (length < sizeof short_name - 16) {
    int n = go_greet(short_name, (int)length, short_out);
    napi_create_string_utf8(env, short_out, (size_t)n, &result);
    return result;
  }
  napi_get_value_string_utf8(env, arg, NULL, 0, &length);
  char *name = malloc(length + 1), *out = malloc(length + 16);
  napi_get_value_string_utf8(env, arg, name, length + 1, &length);
  int n = go_greet(name, (int)length, out);
  napi_create_string_utf8(env, out, (size_t)n, &result);
  free(name);
  free(out);
  return result;
}

static napi_value mirror(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value arg, x, y, result;
  double point[2];
  napi_get_cb_info(env, info, &argc, &arg, NULL, NULL);
  napi_get_named_property(env, arg, "X", &x);
  napi_get_named_property(env, arg, "Y", &y);
  napi_get_value_double(env, x, &point[0]);
  napi_get_value_double(env, y, &point[1]);
  go_mirror(point);
  napi_create_object(env, &result);
  napi_create_double(env, point[0], &x);
  napi_create_double(env, point[1], &y);
  napi_set_named_property(env, result, "X", x);
  napi_set_named_property(env, result, "Y", y);
  return result;
}

NAPI_MODULE_INIT() {
  const struct {
    const char *name;
    napi_callback run;
  } functions[] = {{"open", open_library}, {"noop", noop}, {"add", add}, {"greet", greet}, {"mirror", mirror}};
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    napi_value function;
    napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH, functions[i].run, NULL, &function);
    napi_set_named_property(env, exports, functions[i].name, function);
  }
  return exports;
}
