import { group } from '../group.ts';

const gonum = (name: string) => `gonum.org/v1/gonum/${name}`;

group('stat', [gonum('stat'), gonum('stat/distuv'), gonum('mat')], ([stat, distuv, mat]) => {
  const x = [8, 2, 1, 3, 6];
  return {
    mean: () => [stat.Mean(x, null), stat.Mean(x, [1, 0, 0, 0, 1]), stat.StdDev(x, null), stat.Variance(x, null)],
    'mean of nothing': () => stat.Mean([], null),
    'two results': () => [stat.MeanVariance(x, null), stat.MeanStdDev(x, null), stat.Mode([1, 2, 2, 3], null)],
    moments: () => [stat.Skew(x, null), stat.ExKurtosis(x, null), stat.Moment(3, x, null)],
    correlation: () => [stat.Correlation(x, [1, 2, 3, 4, 5], null), stat.Covariance(x, x, null)],
    regression: () => [
      stat.LinearRegression([1, 2, 3], [2, 4, 6.1], null, false),
      stat.LinearRegression([1, 2, 3], [2, 4, 6.1], null, true),
    ],
    quantile: () => [0.25, 0.5, 0.9].map((p) => stat.Quantile(p, stat.LinInterp, [1, 2, 3, 6, 8], null)),
    'quantile of what is not sorted': () => stat.Quantile(0.5, stat.Empirical, x, null),
    histogram: () => stat.Histogram(null, [0, 2, 4], new Float64Array([1, 1, 3]), null),
    distances: () => [
      stat.KolmogorovSmirnov([1, 2], null, [2, 3], null),
      stat.KullbackLeibler([0.5, 0.5], [0.1, 0.9]),
      stat.Entropy([0.5, 0.5]),
    ],
    'other lengths': () => stat.Covariance([1, 2], [1], null),
    normal: () => {
      const normal = new distuv.Normal({ Mu: 1, Sigma: 2 });
      return [normal.CDF(1), normal.Prob(2), normal.Quantile(0.975), normal.Mean(), normal.Entropy()];
    },
    distributions: () => [
      new distuv.Binomial({ N: 10, P: 0.3 }).Prob(3),
      new distuv.Poisson({ Lambda: 4 }).CDF(2),
      new distuv.StudentsT({ Mu: 0, Sigma: 1, Nu: 5 }).Survival(2),
      distuv.UnitNormal.CDF(-1),
    ],
    'principal components': () => {
      const pc = new stat.PC();
      const ok = pc.PrincipalComponents(mat.NewDense(4, 2, [1, 2, 2, 4.1, 3, 6, 4, 7.9]), null);
      return [ok, pc.VarsTo(null)];
    },
  };
});

group('mat', [gonum('mat'), 'fmt'], ([mat, fmt]) => {
  const a = () => mat.NewDense(2, 2, [1, 2, 3, 4]);
  const data = (m: any) => m.RawMatrix().Data;
  const made = (fill: (m: any) => void) => {
    const m = new mat.Dense();
    fill(m);
    return [m.Dims(), data(m)];
  };
  return {
    multiply: () => made((m) => m.Mul(a(), mat.NewDense(2, 3, [5, 6, 7, 8, 9, 10]))),
    'element by element': () => [
      made((m) => m.Add(a(), a())),
      made((m) => m.MulElem(a(), a())),
      made((m) => m.Scale(0.5, a())),
      made((m) => m.Pow(a(), 3)),
    ],
    'a function for each element': () =>
      made((m) => m.Apply((i: number, j: number, v: number) => v * 10 + i - j / 2, a())),
    transpose: () => [a().T().At(0, 1), made((m) => m.Mul(a(), a().T()))],
    numbers: () => [mat.Det(a()), mat.Trace(a()), mat.Norm(a(), 2), mat.Sum(a()), mat.Max(a()), mat.Cond(a(), 1)],
    solve: () => {
      const x = new mat.VecDense();
      x.SolveVec(mat.NewDense(2, 2, [2, 1, 1, 3]), mat.NewVecDense(2, [3, 5]));
      return [x.AtVec(0), x.AtVec(1), x.Len()];
    },
    inverse: () => made((m) => m.Inverse(a())),
    'no inverse': () => new mat.Dense().Inverse(mat.NewDense(2, 2, [1, 2, 2, 4])),
    'of the wrong size': () => new mat.Dense().Mul(a(), mat.NewDense(3, 1, [1, 2, 3])),
    'too little data': () => mat.NewDense(2, 2, [1]),
    'beyond the end': () => a().At(2, 0),
    eigenvalues: () => {
      const symmetric = new mat.EigenSym();
      const rotation = new mat.Eigen();
      return [
        symmetric.Factorize(mat.NewSymDense(2, [2, 1, 1, 2]), true),
        symmetric.Values(null),
        rotation.Factorize(mat.NewDense(2, 2, [0, -1, 1, 0]), mat.EigenRight),
        rotation.Values(null).map(({ re, im }: { re: number; im: number }) => [re, im]),
      ];
    },
    decompositions: () => {
      const [svd, cholesky, lu] = [new mat.SVD(), new mat.Cholesky(), new mat.LU()];
      lu.Factorize(a());
      return [
        svd.Factorize(a(), mat.SVDThin),
        svd.Values(null),
        cholesky.Factorize(mat.NewSymDense(2, [4, 1, 1, 3])),
        cholesky.Det(),
        lu.Det(),
      ];
    },
    formatted: () => fmt.Sprintf('%v|%.2f', mat.Formatted(a(), mat.Prefix('  '), mat.Squeeze()), mat.Formatted(a())),
    binary: () => {
      const b = new mat.Dense();
      b.UnmarshalBinary(a().MarshalBinary());
      return [mat.Equal(a(), b), mat.EqualApprox(a(), b, 1e-9), a().MarshalBinary()];
    },
    'a matrix of our own': () => {
      const ours = {
        Dims: () => [3, 3],
        At: (i: number, j: number) => (i === j ? i + 1 : 0),
        T() {
          return this;
        },
      };
      return [mat.Sum(ours), mat.Trace(ours), mat.Det(mat.DenseCopyOf(ours)), made((m) => m.Mul(ours, ours))];
    },
  };
});

group('optimize', [gonum('optimize'), gonum('diff/fd')], ([optimize, fd]) => {
  const rosenbrock = (x: Float64Array) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! * x[0]!) ** 2;
  const parabola = (x: Float64Array) => (x[0]! - 3) * (x[0]! - 3) + 5;
  const digits = (x: Float64Array) => Array.from(x, (value) => Math.round(value * 1e4));
  return {
    'minimum of a function': () => {
      const result = optimize.Minimize({ Func: rosenbrock }, [-1.2, 1], null, null);
      return [digits(result.X), result.F < 1e-9, result.Status.String()];
    },
    'a method by name': () => {
      const result = optimize.Minimize({ Func: parabola }, [0], null, new optimize.NelderMead());
      return [digits(result.X), Math.round(result.F * 1e6), result.Status.String()];
    },
    'a limit': () => {
      const result = optimize.Minimize({ Func: parabola }, [100], { MajorIterations: 2 }, new optimize.NelderMead());
      return [result.Status.String(), result.MajorIterations, result.FuncEvaluations];
    },
    'stops itself': () => {
      let evaluations = 0;
      const Status = () => (evaluations > 3 ? optimize.Success : optimize.NotTerminated);
      const Func = (x: Float64Array) => {
        evaluations++;
        return parabola(x);
      };
      return optimize.Minimize({ Func, Status }, [0], null, new optimize.NelderMead()).Status.String();
    },
    'a gradient': () => {
      const Grad = (grad: Float64Array, x: Float64Array) => {
        grad[0] = -2 * (1 - x[0]!) - 400 * (x[1]! - x[0]! * x[0]!) * x[0]!;
        grad[1] = 200 * (x[1]! - x[0]! * x[0]!);
      };
      const result = optimize.Minimize({ Func: rosenbrock, Grad }, [-1.2, 1], null, new optimize.BFGS());
      return [digits(result.X), result.Status.String(), result.FuncEvaluations, result.GradEvaluations];
    },
    'needs a gradient': () => optimize.Minimize({ Func: parabola }, [0], null, new optimize.BFGS()),
    'no function': () => optimize.Minimize({}, [0], null, null),
    statuses: () => [optimize.Success.String(), optimize.FunctionThreshold.Early(), optimize.Failure.Err()],
    derivative: () => [
      fd.Derivative((x: number) => x * x * x, 2, { Formula: fd.Central, Step: 0.001 }),
      fd.Derivative((x: number) => x * x, 2, null),
    ],
    gradient: () => fd.Gradient(null, (x: Float64Array) => x[0]! * x[0]! + 3 * x[1]!, [3, 4], null),
  };
});
