import { group } from '../group.ts';

const people =
  '{"name":{"first":"Tom","last":"Anderson"},"age":37,"big":9007199254740993,"children":["Sara","Alex","Jack"],"friends":[{"first":"Dale","age":44},{"first":"Roger","age":68}],"ok":true,"none":null}';

group('gjson', ['github.com/tidwall/gjson'], ([gjson]) => {
  const get = (path: string) => gjson.Get(people, path);
  return {
    string: () => get('name.last').String(),
    integer: () => get('age').Int(),
    'big integer': () => get('big').Int(),
    float: () => get('age').Float(),
    bool: () => get('ok').Bool(),
    raw: () => get('children').Raw,
    count: () => get('children.#').Int(),
    wildcard: () => get('child*.2').String(),
    query: () => get('friends.#(age>50).first').String(),
    'all matches': () => get('friends.#.first').Raw,
    missing: () => [get('nope').Exists(), get('nope').String(), get('nope').Type.String()],
    'type names': () => [get('none').Type.String(), get('ok').Type.String()],
    'array elements': () => [get('children').Array().length, get('children').Array()[1].String()],
    'map keys': () => get('name').Map().first.String(),
    'nested get': () => gjson.Parse(people).Get('friends').Get('1').Get('age').Uint(),
    valid: () => [gjson.Valid(people), gjson.Valid('{"a":')],
    'from bytes': () => gjson.GetBytes(people, 'name.first').String(),
    many: () => gjson.GetMany(people, 'age', 'ok').map((result: { Raw: string }) => result.Raw),
    modifier: () => get('children|@reverse').Raw,
    'is object': () => [get('name').IsObject(), get('name').IsArray()],
  };
});
