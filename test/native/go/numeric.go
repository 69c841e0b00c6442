//go:build full

package main

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

func init() {
	two := func(a, b float64) any { return list(a, b) }
	x := []float64{8, 2, 1, 3, 6}
	groups["stat"] = group{
		"mean": func() any {
			return list(stat.Mean(x, nil), stat.Mean(x, []float64{1, 0, 0, 0, 1}), stat.StdDev(x, nil), stat.Variance(x, nil))
		},
		"mean of nothing": func() any { return stat.Mean(nil, nil) },
		"two results": func() any {
			return list(two(stat.MeanVariance(x, nil)), two(stat.MeanStdDev(x, nil)), two(stat.Mode([]float64{1, 2, 2, 3}, nil)))
		},
		"moments": func() any { return list(stat.Skew(x, nil), stat.ExKurtosis(x, nil), stat.Moment(3, x, nil)) },
		"correlation": func() any {
			return list(stat.Correlation(x, []float64{1, 2, 3, 4, 5}, nil), stat.Covariance(x, x, nil))
		},
		"regression": func() any {
			return list(
				two(stat.LinearRegression([]float64{1, 2, 3}, []float64{2, 4, 6.1}, nil, false)),
				two(stat.LinearRegression([]float64{1, 2, 3}, []float64{2, 4, 6.1}, nil, true)))
		},
		"quantile": func() any {
			sorted := []float64{1, 2, 3, 6, 8}
			q := func(p float64) float64 { return stat.Quantile(p, stat.LinInterp, sorted, nil) }
			return list(q(0.25), q(0.5), q(0.9))
		},
		"quantile of what is not sorted": func() any { return stat.Quantile(0.5, stat.Empirical, x, nil) },
		"histogram":                      func() any { return stat.Histogram(nil, []float64{0, 2, 4}, []float64{1, 1, 3}, nil) },
		"distances": func() any {
			return list(
				stat.KolmogorovSmirnov([]float64{1, 2}, nil, []float64{2, 3}, nil),
				stat.KullbackLeibler([]float64{0.5, 0.5}, []float64{0.1, 0.9}),
				stat.Entropy([]float64{0.5, 0.5}))
		},
		"other lengths": func() any { return stat.Covariance([]float64{1, 2}, []float64{1}, nil) },
		"normal": func() any {
			n := distuv.Normal{Mu: 1, Sigma: 2}
			return list(n.CDF(1), n.Prob(2), n.Quantile(0.975), n.Mean(), n.Entropy())
		},
		"distributions": func() any {
			return list(
				distuv.Binomial{N: 10, P: 0.3}.Prob(3),
				distuv.Poisson{Lambda: 4}.CDF(2),
				distuv.StudentsT{Mu: 0, Sigma: 1, Nu: 5}.Survival(2),
				distuv.UnitNormal.CDF(-1))
		},
		"principal components": func() any {
			var pc stat.PC
			ok := pc.PrincipalComponents(mat.NewDense(4, 2, []float64{1, 2, 2, 4.1, 3, 6, 4, 7.9}), nil)
			return list(ok, pc.VarsTo(nil))
		},
	}
	a := func() *mat.Dense { return mat.NewDense(2, 2, []float64{1, 2, 3, 4}) }
	dims := func(m mat.Matrix) any { r, c := m.Dims(); return list(r, c) }
	made := func(fill func(*mat.Dense)) any {
		var m mat.Dense
		fill(&m)
		return list(dims(&m), m.RawMatrix().Data)
	}
	groups["mat"] = group{
		"multiply": func() any {
			return made(func(m *mat.Dense) { m.Mul(a(), mat.NewDense(2, 3, []float64{5, 6, 7, 8, 9, 10})) })
		},
		"element by element": func() any {
			return list(
				made(func(m *mat.Dense) { m.Add(a(), a()) }),
				made(func(m *mat.Dense) { m.MulElem(a(), a()) }),
				made(func(m *mat.Dense) { m.Scale(0.5, a()) }),
				made(func(m *mat.Dense) { m.Pow(a(), 3) }))
		},
		"a function for each element": func() any {
			return made(func(m *mat.Dense) {
				m.Apply(func(i, j int, v float64) float64 { return v*10 + float64(i) - float64(j)/2 }, a())
			})
		},
		"transpose": func() any {
			return list(a().T().At(0, 1), made(func(m *mat.Dense) { m.Mul(a(), a().T()) }))
		},
		"numbers": func() any {
			return list(mat.Det(a()), mat.Trace(a()), mat.Norm(a(), 2), mat.Sum(a()), mat.Max(a()), mat.Cond(a(), 1))
		},
		"solve": func() any {
			var x mat.VecDense
			err := x.SolveVec(mat.NewDense(2, 2, []float64{2, 1, 1, 3}), mat.NewVecDense(2, []float64{3, 5}))
			must(0, err)
			return list(x.AtVec(0), x.AtVec(1), x.Len())
		},
		"inverse":           func() any { return made(func(m *mat.Dense) { must(0, m.Inverse(a())) }) },
		"no inverse":        func() any { return new(mat.Dense).Inverse(mat.NewDense(2, 2, []float64{1, 2, 2, 4})) },
		"of the wrong size": func() any { new(mat.Dense).Mul(a(), mat.NewDense(3, 1, []float64{1, 2, 3})); return nil },
		"too little data":   func() any { return dims(mat.NewDense(2, 2, []float64{1})) },
		"beyond the end":    func() any { return a().At(2, 0) },
		"eigenvalues": func() any {
			var symmetric mat.EigenSym
			var rotation mat.Eigen
			ok := symmetric.Factorize(mat.NewSymDense(2, []float64{2, 1, 1, 2}), true)
			fine := rotation.Factorize(mat.NewDense(2, 2, []float64{0, -1, 1, 0}), mat.EigenRight)
			values := []any{}
			for _, v := range rotation.Values(nil) {
				values = append(values, list(real(v), imag(v)))
			}
			return list(ok, symmetric.Values(nil), fine, values)
		},
		"decompositions": func() any {
			var svd mat.SVD
			var cholesky mat.Cholesky
			var lu mat.LU
			lu.Factorize(a())
			ok := svd.Factorize(a(), mat.SVDThin)
			fine := cholesky.Factorize(mat.NewSymDense(2, []float64{4, 1, 1, 3}))
			return list(ok, svd.Values(nil), fine, cholesky.Det(), lu.Det())
		},
		"formatted": func() any {
			return fmt.Sprintf("%v|%.2f", mat.Formatted(a(), mat.Prefix("  "), mat.Squeeze()), mat.Formatted(a()))
		},
		"binary": func() any {
			raw := must(a().MarshalBinary())
			var b mat.Dense
			must(0, b.UnmarshalBinary(raw))
			return list(mat.Equal(a(), &b), mat.EqualApprox(a(), &b, 1e-9), raw)
		},
		"a matrix of our own": func() any {
			ours := mat.NewDiagDense(3, []float64{1, 2, 3})
			return list(mat.Sum(ours), mat.Trace(ours), mat.Det(mat.DenseCopyOf(ours)), made(func(m *mat.Dense) { m.Mul(ours, ours) }))
		},
	}
	rosenbrock := func(x []float64) float64 { return math.Pow(1-x[0], 2) + 100*math.Pow(x[1]-x[0]*x[0], 2) }
	parabola := func(x []float64) float64 { return (x[0]-3)*(x[0]-3) + 5 }
	digits := func(x []float64) any {
		out := []any{}
		for _, v := range x {
			out = append(out, math.Round(v*1e4))
		}
		return out
	}
	groups["optimize"] = group{
		"minimum of a function": func() any {
			r := must(optimize.Minimize(optimize.Problem{Func: rosenbrock}, []float64{-1.2, 1}, nil, nil))
			return list(digits(r.X), r.F < 1e-9, r.Status.String())
		},
		"a method by name": func() any {
			r := must(optimize.Minimize(optimize.Problem{Func: parabola}, []float64{0}, nil, &optimize.NelderMead{}))
			return list(digits(r.X), math.Round(r.F*1e6), r.Status.String())
		},
		"a limit": func() any {
			r := must(optimize.Minimize(optimize.Problem{Func: parabola}, []float64{100}, &optimize.Settings{MajorIterations: 2}, &optimize.NelderMead{}))
			return list(r.Status.String(), r.Stats.MajorIterations, r.Stats.FuncEvaluations)
		},
		"stops itself": func() any {
			evaluations := 0
			r := must(optimize.Minimize(optimize.Problem{
				Func: func(x []float64) float64 { evaluations++; return parabola(x) },
				Status: func() (optimize.Status, error) {
					if evaluations > 3 {
						return optimize.Success, nil
					}
					return optimize.NotTerminated, nil
				},
			}, []float64{0}, nil, &optimize.NelderMead{}))
			return r.Status.String()
		},
		"a gradient": func() any {
			grad := func(grad, x []float64) {
				grad[0] = -2*(1-x[0]) - 400*(x[1]-x[0]*x[0])*x[0]
				grad[1] = 200 * (x[1] - x[0]*x[0])
			}
			r := must(optimize.Minimize(optimize.Problem{Func: rosenbrock, Grad: grad}, []float64{-1.2, 1}, nil, &optimize.BFGS{}))
			return list(digits(r.X), r.Status.String(), r.FuncEvaluations, r.GradEvaluations)
		},
		"needs a gradient": func() any {
			return try(optimize.Minimize(optimize.Problem{Func: parabola}, []float64{0}, nil, &optimize.BFGS{}))
		},
		"no function": func() any { return try(optimize.Minimize(optimize.Problem{}, []float64{0}, nil, nil)) },
		"statuses": func() any {
			return list(optimize.Success.String(), optimize.FunctionThreshold.Early(), optimize.Failure.Err())
		},
		"derivative": func() any {
			return list(
				fd.Derivative(func(x float64) float64 { return x * x * x }, 2, &fd.Settings{Formula: fd.Central, Step: 0.001}),
				fd.Derivative(func(x float64) float64 { return x * x }, 2, nil))
		},
		"gradient": func() any {
			return fd.Gradient(nil, func(x []float64) float64 { return x[0]*x[0] + 3*x[1] }, []float64{3, 4}, nil)
		},
	}
}
