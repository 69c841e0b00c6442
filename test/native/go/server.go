//go:build full

package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/gorilla/mux"
)

func serve(h http.Handler, method, url, body string) *httptest.ResponseRecorder {
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, httptest.NewRequest(method, url, strings.NewReader(body)))
	return recorder
}

func write(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
}

func get(h http.Handler, url string) *httptest.ResponseRecorder { return serve(h, "GET", url, "") }
func text(h http.Handler, url string) string                    { return get(h, url).Body.String() }

func init() {
	groups["mux"] = group{
		"variables": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/hello/{name}/{id:[0-9]+}", func(w http.ResponseWriter, r *http.Request) {
				fmt.Fprint(w, r.Method, " ", mux.Vars(r)["name"], " ", mux.Vars(r)["id"])
			})
			return list(text(router, "/hello/bob/7"), get(router, "/hello/bob/x").Code, get(router, "/").Code)
		},
		"status and header": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("X-Made-By", "js")
				w.WriteHeader(http.StatusCreated)
			})
			r := get(router, "/x")
			return list(r.Code, r.Header().Get("X-Made-By"), r.Header().Get("Other"))
		},
		"methods": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/x", write("got")).Methods("GET", "PUT")
			return list(get(router, "/x").Code, serve(router, "PUT", "/x", "").Code, serve(router, "POST", "/x", "").Code)
		},
		"a handler is an object": func() any {
			served := 0
			router := mux.NewRouter()
			router.PathPrefix("/files/").HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				served++
				fmt.Fprint(w, served, " ", r.URL.Path)
			})
			return list(text(router, "/files/a"), text(router, "/files/b/c"), served)
		},
		"middleware": func() any {
			seen := []string{}
			router := mux.NewRouter()
			router.Use(func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					seen = append(seen, "before "+r.URL.Path)
					next.ServeHTTP(w, r)
					seen = append(seen, "after")
				})
			})
			router.HandleFunc("/x", func(http.ResponseWriter, *http.Request) { seen = append(seen, "in") })
			get(router, "/x")
			return seen
		},
		"subrouter": func() any {
			router := mux.NewRouter()
			router.PathPrefix("/api").Subrouter().HandleFunc("/users", write("users"))
			return list(text(router, "/api/users"), get(router, "/users").Code)
		},
		"builds urls": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/articles/{category}/{id:[0-9]+}", write("")).Name("article")
			url := must(router.Get("article").URL("category", "tech", "id", "42"))
			return list(url.Path, url.String(), router.Get("other"))
		},
		"a url that does not match": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/articles/{id:[0-9]+}", write("")).Name("article")
			return try(router.Get("article").URL("id", "x"))
		},
		"walk": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/a", write("")).Methods("GET", "POST")
			router.PathPrefix("/p").Subrouter().HandleFunc("/b/{c}", write(""))
			seen := []any{}
			err := router.Walk(func(route *mux.Route, _ *mux.Router, ancestors []*mux.Route) error {
				seen = append(seen, list(must(route.GetPathTemplate()), len(ancestors)))
				return nil
			})
			return list(seen, err)
		},
		"queries": func() any {
			router := mux.NewRouter()
			router.Path("/search").Queries("q", "{q}").HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				io.WriteString(w, mux.Vars(r)["q"])
			})
			return list(text(router, "/search?q=go+js"), get(router, "/search").Code)
		},
		"matcher": func() any {
			router := mux.NewRouter()
			router.MatcherFunc(func(r *http.Request, m *mux.RouteMatch) bool {
				return r.Header.Get("X-Mode") == "raw" && m.Route != nil
			}).HandlerFunc(write("raw"))
			request := httptest.NewRequest("GET", "/", nil)
			request.Header.Set("X-Mode", "raw")
			recorder := httptest.NewRecorder()
			router.ServeHTTP(recorder, request)
			return list(recorder.Body.String(), get(router, "/").Code)
		},
		"form in the body": func() any {
			router := mux.NewRouter()
			router.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
				r.ParseForm()
				fmt.Fprintf(w, "%s,%s,%s", r.FormValue("a"), r.PostForm.Get("b"), r.Form.Get("c"))
			})
			request := httptest.NewRequest("POST", "/form?c=3", strings.NewReader("a=1&b=2"))
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			recorder := httptest.NewRecorder()
			router.ServeHTTP(recorder, request)
			return recorder.Body.String()
		},
		"not found": func() any {
			router := mux.NewRouter()
			router.NotFoundHandler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no such page", 404) })
			r := get(router, "/x")
			return list(r.Code, r.Body.String())
		},
		"test handlers": func() any {
			r := mux.SetURLVars(httptest.NewRequest("GET", "/x", nil), map[string]string{"id": "5"})
			return list(mux.Vars(r), mux.CurrentRoute(r))
		},
	}
	groups["chi"] = group{
		"parameters": func() any {
			router := chi.NewRouter()
			router.Get("/users/{id}/*", func(w http.ResponseWriter, r *http.Request) {
				fmt.Fprint(w, chi.URLParam(r, "id"), " ", chi.URLParam(r, "*"))
			})
			return list(text(router, "/users/5/a/b"), get(router, "/users").Code)
		},
		"routes": func() any {
			router := chi.NewRouter()
			router.Route("/admin", func(r chi.Router) {
				r.Get("/", write("admin"))
				r.Post("/", write("posted"))
				r.With(middleware.NoCache).Get("/fresh", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })
			})
			fresh := get(router, "/admin/fresh")
			return list(text(router, "/admin"), serve(router, "POST", "/admin", "").Body.String(), fresh.Code, fresh.Header().Get("Pragma"))
		},
		"the method is not allowed": func() any {
			router := chi.NewRouter()
			router.Get("/x", write("x"))
			r := serve(router, "PUT", "/x", "")
			return list(r.Code, r.Header().Get("Allow"))
		},
		"middleware of our own": func() any {
			router := chi.NewRouter()
			router.Use(middleware.StripSlashes, func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("X-Path", r.URL.Path)
					next.ServeHTTP(w, r)
				})
			})
			router.Get("/a", write("a"))
			r := get(router, "/a/")
			return list(r.Code, r.Header().Get("X-Path"))
		},
		"refuses in middleware": func() any {
			only := func(token string) func(http.Handler) http.Handler {
				return func(next http.Handler) http.Handler {
					return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
						if r.Header.Get("Authorization") == token {
							next.ServeHTTP(w, r)
						} else {
							http.Error(w, http.StatusText(401), 401)
						}
					})
				}
			}
			router := chi.NewRouter()
			router.With(only("let me")).Get("/", write("in"))
			r := get(router, "/")
			return list(r.Code, r.Body.String())
		},
		"not found": func() any {
			router := chi.NewRouter()
			router.NotFound(func(w http.ResponseWriter, r *http.Request) {
				w.WriteHeader(404)
				io.WriteString(w, "no "+r.RequestURI)
			})
			return text(router, "/q?x=1")
		},
		"mount": func() any {
			sub, router := chi.NewRouter(), chi.NewRouter()
			sub.Get("/y", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.URL.Path) })
			router.Mount("/x", sub)
			return list(text(router, "/x/y"), text(router, "/y"))
		},
		"walk": func() any {
			router := chi.NewRouter()
			router.Get("/a", write(""))
			router.Group(func(r chi.Router) {
				r.Use(middleware.NoCache)
				r.Post("/b/{id}", write(""))
			})
			seen := []any{}
			chi.Walk(router, func(method, route string, _ http.Handler, middlewares ...func(http.Handler) http.Handler) error {
				seen = append(seen, list(method, route, len(middlewares)))
				return nil
			})
			return seen
		},
		"basic auth": func() any {
			router := chi.NewRouter()
			router.Use(middleware.BasicAuth("home", map[string]string{"bob": "secret"}))
			router.Get("/", write("in"))
			request := httptest.NewRequest("GET", "/", nil)
			request.SetBasicAuth("bob", "secret")
			recorder := httptest.NewRecorder()
			router.ServeHTTP(recorder, request)
			refused := get(router, "/")
			return list(recorder.Body.String(), refused.Code, refused.Header().Get("WWW-Authenticate"))
		},
		"content type": func() any {
			router := chi.NewRouter()
			router.Use(middleware.AllowContentType("application/json"), middleware.SetHeader("X-A", "b"))
			router.Post("/", write("ok"))
			refused := serve(router, "POST", "/", "{}")
			return list(refused.Code, refused.Header().Get("X-A"))
		},
		"reads the body": func() any {
			router := chi.NewRouter()
			router.Post("/", func(w http.ResponseWriter, r *http.Request) {
				body := must(io.ReadAll(r.Body))
				slices.Reverse(body)
				w.Write(body)
			})
			return serve(router, "POST", "/", "stressed").Body.String()
		},
		"match": func() any {
			router := chi.NewRouter()
			router.Get("/a/{b}", write(""))
			context := chi.NewRouteContext()
			return list(router.Match(context, "GET", "/a/x"), context.URLParam("b"), context.RoutePattern(), router.Match(chi.NewRouteContext(), "GET", "/c"))
		},
		"a live server": func() any {
			router := chi.NewRouter()
			router.Get("/hello/{name}", func(w http.ResponseWriter, r *http.Request) {
				io.WriteString(w, "hello "+chi.URLParam(r, "name"))
			})
			server := httptest.NewServer(router)
			defer server.Close()
			response := must(http.Get(server.URL + "/hello/bob"))
			return list(response.StatusCode, must(io.ReadAll(response.Body)), must(http.Get(server.URL+"/x")).Status)
		},
	}
}
