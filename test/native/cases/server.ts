import { group } from '../group.ts';

/** What one request gets from a handler. */
function serve(httptest: any, handler: unknown, method: string, url: string, body: string | null = null): any {
  const recorder = httptest.NewRecorder();
  (handler as any).ServeHTTP(recorder, httptest.NewRequest(method, url, body));
  return recorder;
}

const write = (text: string) => (w: any) => {
  w.Write(new TextEncoder().encode(text));
};

const muxSpecs = ['github.com/gorilla/mux', 'net/http', 'net/http/httptest'];
group('mux', muxSpecs, ([mux, http, httptest]) => {
  const get = (router: unknown, url: string) => serve(httptest, router, 'GET', url);
  const text = (router: unknown, url: string) => get(router, url).Body.String();
  return {
    variables: () => {
      const router = mux.NewRouter();
      router.HandleFunc('/hello/{name}/{id:[0-9]+}', (w: any, r: any) => {
        const { name, id } = mux.Vars(r);
        write(`${r.Method} ${name} ${id}`)(w);
      });
      return [text(router, '/hello/bob/7'), get(router, '/hello/bob/x').Code, get(router, '/').Code];
    },
    'status and header': () => {
      const router = mux.NewRouter();
      router.HandleFunc('/x', (w: any) => {
        w.Header().Set('X-Made-By', 'js');
        w.WriteHeader(http.StatusCreated);
      });
      const { Code, HeaderMap } = get(router, '/x');
      return [Code, HeaderMap.Get('X-Made-By'), HeaderMap.Get('Other')];
    },
    methods: () => {
      const router = mux.NewRouter();
      router.HandleFunc('/x', write('got')).Methods('GET', 'PUT');
      return ['GET', 'PUT', 'POST'].map((method) => serve(httptest, router, method, '/x').Code);
    },
    'a handler is an object': () => {
      const handler = {
        served: 0,
        ServeHTTP(w: any, r: any) {
          this.served++;
          write(`${this.served} ${r.URL.Path}`)(w);
        },
      };
      const router = mux.NewRouter();
      router.PathPrefix('/files/').Handler(handler);
      return [text(router, '/files/a'), text(router, '/files/b/c'), handler.served];
    },
    middleware: () => {
      const seen: string[] = [];
      const router = mux.NewRouter();
      router.Use((next: any) => ({
        ServeHTTP(w: any, r: any) {
          seen.push(`before ${r.URL.Path}`);
          next.ServeHTTP(w, r);
          seen.push('after');
        },
      }));
      router.HandleFunc('/x', () => {
        seen.push('in');
      });
      get(router, '/x');
      return seen;
    },
    subrouter: () => {
      const router = mux.NewRouter();
      const api = router.PathPrefix('/api').Subrouter();
      api.HandleFunc('/users', write('users'));
      return [text(router, '/api/users'), get(router, '/users').Code];
    },
    'builds urls': () => {
      const router = mux.NewRouter();
      router.HandleFunc('/articles/{category}/{id:[0-9]+}', write('')).Name('article');
      const url = router.Get('article').URL('category', 'tech', 'id', '42');
      return [url.Path, url.String(), router.Get('other')];
    },
    'a url that does not match': () => {
      const router = mux.NewRouter();
      router.HandleFunc('/articles/{id:[0-9]+}', write('')).Name('article');
      return router.Get('article').URL('id', 'x');
    },
    walk: () => {
      const router = mux.NewRouter();
      router.HandleFunc('/a', write('')).Methods('GET', 'POST');
      router.PathPrefix('/p').Subrouter().HandleFunc('/b/{c}', write(''));
      const seen: unknown[] = [];
      router.Walk((route: any, _router: any, ancestors: any[]) => {
        seen.push([route.GetPathTemplate(), ancestors.length]);
      });
      return [seen, router.Get('none')];
    },
    queries: () => {
      const router = mux.NewRouter();
      router
        .Path('/search')
        .Queries('q', '{q}')
        .HandlerFunc((w: any, r: any) => write(mux.Vars(r).q)(w));
      return [text(router, '/search?q=go+js'), get(router, '/search').Code];
    },
    matcher: () => {
      const router = mux.NewRouter();
      router
        .MatcherFunc((r: any, match: any) => r.Header.Get('X-Mode') === 'raw' && match.Route !== null)
        .HandlerFunc(write('raw'));
      const request = httptest.NewRequest('GET', '/', null);
      request.Header.Set('X-Mode', 'raw');
      const recorder = httptest.NewRecorder();
      router.ServeHTTP(recorder, request);
      return [recorder.Body.String(), get(router, '/').Code];
    },
    'form in the body': () => {
      const router = mux.NewRouter();
      router.HandleFunc('/form', (w: any, r: any) => {
        r.ParseForm();
        write(`${r.FormValue('a')},${r.PostForm.Get('b')},${r.Form.Get('c')}`)(w);
      });
      const request = httptest.NewRequest('POST', '/form?c=3', 'a=1&b=2');
      request.Header.Set('Content-Type', 'application/x-www-form-urlencoded');
      const recorder = httptest.NewRecorder();
      router.ServeHTTP(recorder, request);
      return recorder.Body.String();
    },
    'not found': () => {
      const router = mux.NewRouter();
      router.NotFoundHandler = { ServeHTTP: (w: any) => http.Error(w, 'no such page', 404) };
      const recorder = get(router, '/x');
      return [recorder.Code, recorder.Body.String()];
    },
    'test handlers': () => {
      const request = mux.SetURLVars(httptest.NewRequest('GET', '/x', null), { id: '5' });
      return [mux.Vars(request), mux.CurrentRoute(request)];
    },
  };
});

const chiSpecs = [
  'github.com/go-chi/chi/v5',
  'github.com/go-chi/chi/v5/middleware',
  'net/http',
  'net/http/httptest',
  'io',
];
group('chi', chiSpecs, ([chi, middleware, http, httptest, io]) => {
  const get = (router: unknown, url: string) => serve(httptest, router, 'GET', url);
  const text = (router: unknown, url: string) => get(router, url).Body.String();
  return {
    parameters: () => {
      const router = chi.NewRouter();
      router.Get('/users/{id}/*', (w: any, r: any) => write(`${chi.URLParam(r, 'id')} ${chi.URLParam(r, '*')}`)(w));
      return [text(router, '/users/5/a/b'), get(router, '/users').Code];
    },
    routes: () => {
      const router = chi.NewRouter();
      router.Route('/admin', (r: any) => {
        r.Get('/', write('admin'));
        r.Post('/', write('posted'));
        r.With(middleware.NoCache).Get('/fresh', (w: any) => w.WriteHeader(204));
      });
      const fresh = get(router, '/admin/fresh');
      return [
        text(router, '/admin'),
        serve(httptest, router, 'POST', '/admin').Body.String(),
        fresh.Code,
        fresh.Header().Get('Pragma'),
      ];
    },
    'the method is not allowed': () => {
      const router = chi.NewRouter();
      router.Get('/x', write('x'));
      const { Code, HeaderMap } = serve(httptest, router, 'PUT', '/x');
      return [Code, HeaderMap.Get('Allow')];
    },
    'middleware of our own': () => {
      const router = chi.NewRouter();
      router.Use(middleware.StripSlashes, (next: any) => ({
        ServeHTTP(w: any, r: any) {
          w.Header().Set('X-Path', r.URL.Path);
          next.ServeHTTP(w, r);
        },
      }));
      router.Get('/a', write('a'));
      const recorder = get(router, '/a/');
      return [recorder.Code, recorder.Header().Get('X-Path')];
    },
    'refuses in middleware': () => {
      const router = chi.NewRouter();
      const only = (token: string) => (next: any) => ({
        ServeHTTP(w: any, r: any) {
          if (r.Header.Get('Authorization') === token) next.ServeHTTP(w, r);
          else http.Error(w, http.StatusText(401), 401);
        },
      });
      router.With(only('let me')).Get('/', write('in'));
      const recorder = get(router, '/');
      return [recorder.Code, recorder.Body.String()];
    },
    'not found': () => {
      const router = chi.NewRouter();
      router.NotFound((w: any, r: any) => {
        w.WriteHeader(404);
        write(`no ${r.RequestURI}`)(w);
      });
      return text(router, '/q?x=1');
    },
    mount: () => {
      const sub = chi.NewRouter();
      sub.Get('/y', (w: any, r: any) => write(r.URL.Path)(w));
      const router = chi.NewRouter();
      router.Mount('/x', sub);
      return [text(router, '/x/y'), text(router, '/y')];
    },
    walk: () => {
      const router = chi.NewRouter();
      router.Get('/a', write(''));
      router.Group((r: any) => {
        r.Use(middleware.NoCache);
        r.Post('/b/{id}', write(''));
      });
      const seen: unknown[] = [];
      chi.Walk(router, (method: string, route: string, _handler: unknown, ...middlewares: unknown[]) => {
        seen.push([method, route, middlewares.length]);
      });
      return seen;
    },
    'basic auth': () => {
      const router = chi.NewRouter();
      router.Use(middleware.BasicAuth('home', { bob: 'secret' }));
      router.Get('/', write('in'));
      const request = httptest.NewRequest('GET', '/', null);
      request.SetBasicAuth('bob', 'secret');
      const recorder = httptest.NewRecorder();
      router.ServeHTTP(recorder, request);
      const refused = get(router, '/');
      return [recorder.Body.String(), refused.Code, refused.Header().Get('WWW-Authenticate')];
    },
    'content type': () => {
      const router = chi.NewRouter();
      router.Use(middleware.AllowContentType('application/json'), middleware.SetHeader('X-A', 'b'));
      router.Post('/', write('ok'));
      const refused = serve(httptest, router, 'POST', '/', '{}');
      return [refused.Code, refused.Header().Get('X-A')];
    },
    'reads the body': () => {
      const router = chi.NewRouter();
      router.Post('/', (w: any, r: any) => w.Write(io.ReadAll(r.Body).reverse()));
      return serve(httptest, router, 'POST', '/', 'stressed').Body.String();
    },
    match: () => {
      const router = chi.NewRouter();
      router.Get('/a/{b}', write(''));
      const context = chi.NewRouteContext();
      return [
        router.Match(context, 'GET', '/a/x'),
        context.URLParam('b'),
        context.RoutePattern(),
        router.Match(chi.NewRouteContext(), 'GET', '/c'),
      ];
    },
    'a live server': () => {
      const router = chi.NewRouter();
      router.Get('/hello/{name}', (w: any, r: any) => write(`hello ${chi.URLParam(r, 'name')}`)(w));
      const server = httptest.NewServer(router);
      try {
        const response = http.Get(`${server.URL}/hello/bob`);
        return [response.StatusCode, io.ReadAll(response.Body), http.Get(`${server.URL}/x`).Status];
      } finally {
        server.Close();
      }
    },
  };
});
