import { group } from '../group.ts';

group('semver', ['github.com/Masterminds/semver/v3'], ([semver]) => ({
  parts: () => {
    const v = semver.NewVersion('1.2.3-beta.1+b345');
    return [v.Major(), v.Minor(), v.Patch(), v.Prerelease(), v.Metadata()];
  },
  'original keeps v': () => semver.NewVersion('v1.2').Original(),
  'string normalises': () => semver.NewVersion('v1.2').String(),
  'bump minor': () => semver.NewVersion('1.2.3').IncMinor().String(),
  'bump major': () => semver.NewVersion('1.2.3-rc.1').IncMajor().String(),
  'not a version': () => semver.NewVersion('one'),
  'strict refuses': () => semver.StrictNewVersion('1.2'),
  'constraint holds': () => semver.NewConstraint('>= 1.2, < 3').Check(semver.NewVersion('2.9.9')),
  'constraint fails': () => semver.NewConstraint('~1.2').Check(semver.NewVersion('1.3.0')),
  'constraint reasons': () => semver.NewConstraint('^2').Validate(semver.NewVersion('1.0.0')),
  'bad constraint': () => semver.NewConstraint('>= x.y.z.'),
  compare: () => {
    const [a, b] = [semver.NewVersion('1.10.0'), semver.NewVersion('1.9.0')];
    return [a.Compare(b), b.Compare(a), a.Equal(a), a.GreaterThan(b)];
  },
  'set prerelease': () => semver.NewVersion('1.2.3').SetPrerelease('beta').String(),
  'bad prerelease': () => semver.NewVersion('1.2.3').SetPrerelease('b!'),
  'new from parts': () => semver.New(1, 2n, 3, 'alpha', 'sha').String(),
  'must panics': () => semver.MustParse('x').String(),
  'constraint string': () => semver.NewConstraint('>=1.2.0 <2 || ~3.1').String(),
}));
